import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { Tag } from "~/components/tag";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import styles from "./campaign-card.module.css";
import { type Campaign, elapsed, phaseOf } from "./model";
import { useArchive } from "./use-archive";

interface Props {
  campaign: Campaign;
  /** Undefined: the person does not plan. */
  onChange: (() => void) | undefined;
}

/** A campaign: what for, from when to when, how often, and how far it is. */
export function CampaignCard({ campaign, onChange }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const { name, goal, colour, planned, published, drafts, weekly_target: target, id } = campaign;
  return (
    <article className={styles.card} style={{ "--stripe": colour } as CSSProperties}>
      <header className={styles.head}>
        <h3 className={styles.name}>
          <Link to={`/${slug}/campaigns/${id}` as string}>{name}</Link>
        </h3>
        {onChange && <CampaignMenu campaign={campaign} onChange={onChange} />}
      </header>
      <p className={goal ? styles.goal : styles.without}>{goal || t`No goal is written down yet.`}</p>
      <Days campaign={campaign} />
      <dl className={styles.counts}>
        <Figure name={t`Planned`} value={planned} />
        <Figure name={t`Published`} value={published} />
        <Figure name={t`Drafts`} value={drafts} />
      </dl>
      <p className={styles.foot}>
        <span className={styles.target}>
          {target > 0 ? (
            <Plural value={target} one="Aim: # a week" other="Aim: # a week" />
          ) : (
            <Trans>No weekly aim</Trans>
          )}
        </span>
        <Link to={`/${slug}/calendar?campaign=${id}` as string} className={buttonClass("quiet", "small")}>
          <Icon name="calendar" />
          <Trans>
            Calendar<span className="only-read"> of {name}</span>
          </Trans>
        </Link>
      </p>
    </article>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  const format = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{format.number(value)}</dd>
    </div>
  );
}

/** From when to when, and how much of it is behind us. */
function Days({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const format = useFormat();
  const { time_zone: zone } = useOrganisation();
  const today = dayOf(new Date(), zone);
  const { starts_on: from, ends_on: to } = campaign;
  const part = elapsed(campaign, today);
  const phase = phaseOf(campaign, today);
  const words =
    from && to
      ? format.dateRange(from, to)
      : from
        ? t`From ${format.date(from)}`
        : to
          ? t`Until ${format.date(to)}`
          : t`Without dates`;
  return (
    <div className={styles.days}>
      <p className={styles.when}>
        <span>{words}</span>
        {phase === "ahead" && <Tag icon="clock">{t`Not begun`}</Tag>}
        {phase === "over" && <Tag tone="warn" icon="check">{t`Over`}</Tag>}
      </p>
      {part !== null && phase === "running" && (
        <div className={styles.time} role="img" aria-label={t`${format.percent(part, 0)} of its days are behind it`}>
          <span style={{ width: `${part * 100}%` }} />
        </div>
      )}
    </div>
  );
}

function CampaignMenu({ campaign, onChange }: { campaign: Campaign; onChange: () => void }) {
  const { t } = useLingui();
  const { archive, restore } = useArchive();
  const isArchived = campaign.archived_at !== null;
  const { name } = campaign;
  return (
    <Menu
      label={t`What to do with ${name}`}
      placement="bottom end"
      sections={[
        {
          items: [
            { id: "change", label: t`Change`, icon: "pen", onSelect: onChange },
            isArchived
              ? { id: "restore", label: t`Take out of the archive`, icon: "undo", onSelect: () => restore(campaign) }
              : { id: "archive", label: t`Archive`, icon: "layers", onSelect: () => archive(campaign) },
          ],
        },
      ]}
      trigger={(props) => <IconButton {...props} icon="more" look="plain" label={t`What to do with ${name}`} />}
    />
  );
}
