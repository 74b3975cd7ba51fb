import { useLingui } from "@lingui/react/macro";
import { addDays } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { heard, type Tally } from "./model";
import styles from "./week-bars.module.css";

interface Props {
  /** Whose they are, read aloud. */
  label: string;
  weeks: readonly string[];
  thisWeek: string;
  tallies: readonly Tally[];
  target: number;
  /** A band across, for comparison. */
  reference?: { from: number; to: number };
  isTall?: boolean;
}

/** A bar for each week: published solid, planned outlined, posted outside grey; a line at the target. */
export function WeekBars({ label, weeks, thisWeek, tallies, target, reference, isTall }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const whole = Math.max(1, target, reference?.to ?? 0, ...tallies.map(heard)) * 1.08;
  const part = (count: number) => `${(100 * count) / whole}%`;
  const words = weeks.map((monday, index) => {
    const tally = tallies[index];
    return tally ? t`week of ${format.date(monday)}: ${heard(tally)}` : "";
  });
  return (
    <div
      className={`${styles.chart} ${isTall ? styles.tall : ""}`}
      role="img"
      aria-label={`${label}. ${words.join("; ")}. ${target ? t`Target: ${target}` : t`No target`}`}
    >
      {reference && (
        <i
          className={styles.reference}
          style={{ bottom: part(reference.from), height: part(reference.to - reference.from) }}
        />
      )}
      {tallies.map((tally, index) => {
        const monday = weeks[index] ?? "";
        return (
          <span
            key={monday}
            className={`${styles.week} ${monday === thisWeek ? styles.now : ""}`}
            title={`${format.dateRange(monday, addDays(monday, 6), "short")}: ${heard(tally)}`}
          >
            {isTall && <b className="num">{heard(tally)}</b>}
            <i className={styles.outside} style={{ height: part(tally.outside) }} />
            <i className={styles.planned} style={{ height: part(tally.planned - tally.published) }} />
            <i className={styles.published} style={{ height: part(tally.published) }} />
          </span>
        );
      })}
      {target > 0 && <i className={styles.target} style={{ bottom: part(target) }} />}
    </div>
  );
}
