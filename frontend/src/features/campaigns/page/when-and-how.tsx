import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { LanguageTag } from "~/components/language-tag";
import { Tag } from "~/components/tag";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { type Campaign, elapsed, phaseOf } from "../model";
import styles from "./when-and-how.module.css";

/** Its dates with what is behind it, its languages and its tag. */
export function WhenAndHow({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const format = useFormat();
  const { time_zone: zone, languages } = useOrganisation();
  const today = dayOf(new Date(), zone);
  const { starts_on: from, ends_on: to, utm } = campaign;
  const part = elapsed(campaign, today);
  const phase = phaseOf(campaign, today);
  return (
    <div className={styles.facts}>
      <span>
        {from && to
          ? format.dateRange(from, to)
          : from
            ? t`From ${format.date(from)}`
            : to
              ? t`Until ${format.date(to)}`
              : t`Without dates`}
      </span>
      {phase === "ahead" && <Tag icon="clock">{t`Not begun`}</Tag>}
      {phase === "over" && <Tag tone="warn" icon="check">{t`Over`}</Tag>}
      {part !== null && phase === "running" && (
        <span className={styles.time} role="img" aria-label={t`${format.percent(part, 0)} of its days are behind it`}>
          <i style={{ width: `${part * 100}%` }} />
        </span>
      )}
      <LanguageTag languages={campaign.languages.length ? campaign.languages : languages} />
      <span className={styles.tag}>utm_campaign={utm}</span>
    </div>
  );
}
