import { useLingui } from "@lingui/react/macro";
import { usePages } from "~/api/pages";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { IconButton } from "~/components/icon-button";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import page from "../budget.module.css";
import styles from "./digital.module.css";
import type { Worked } from "./model";

const STEP = 50;

interface Props {
  of: { period?: string; campaign?: string };
  /** Undefined: the person does not keep the money. */
  onChange: ((hours: Worked) => void) | undefined;
}

/** The hours one by one, newest first. */
export default function HoursList({ of, onChange }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const list = usePages("/api/hours/", of, STEP);
  if (list.error && !list.rows) return <ErrorState error={list.error} retry={list.retry} />;
  if (!list.rows) return <SkeletonList rows={3} height={44} />;
  return (
    <>
      <ul className={styles.ends}>
        {list.rows.map((hours) => {
          const { id, what, on, who, minutes, digital_permille: digital, campaign_name: campaign } = hours;
          const people = who === "volunteer" ? t`Volunteers` : t`Staff`;
          const long = t`${format.number(Math.round(minutes / 6) / 10)} h`;
          return (
            <li key={id}>
              <span>
                {what}
                <small>{[format.date(on, "short"), people, campaign].filter(Boolean).join(" · ")}</small>
              </span>
              <span className={styles.long}>
                {long}
                <small>{t`${format.percent(digital / 1000)} digital`}</small>
              </span>
              {onChange && (
                <IconButton icon="pen" look="plain" label={t`Change “${what}”`} onClick={() => onChange(hours)} />
              )}
            </li>
          );
        })}
      </ul>
      {list.hasMore && (
        <div className={page.more}>
          <Button busy={list.isFetchingMore} onClick={list.more}>{t`Show more`}</Button>
        </div>
      )}
    </>
  );
}
