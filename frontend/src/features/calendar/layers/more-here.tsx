import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import styles from "./layers.module.css";

/** "+2": what lies over this day and found no room; opens the day, where all of it is told. */
export function MoreHere({ day, count, onOpenDay }: { day: string; count: number; onOpenDay: (day: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const name = format.date(day, "weekday");
  return (
    <button
      type="button"
      className={styles.rest}
      onClick={() => onOpenDay(day)}
      aria-label={t`${name}: ${count} more, open the day`}
    >
      +{count}
    </button>
  );
}
