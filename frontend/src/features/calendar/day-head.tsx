import { Plural, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import styles from "./day-head.module.css";
import { useOutsideCount } from "./outside/context";

interface Props {
  day: string;
  isToday: boolean;
  count: number;
  onOpen: (day: string) => void;
}

/** The head of a day's column; opens the day. */
export function DayHead({ day, isToday, count, onOpen }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const all = count + useOutsideCount(day);
  const number = Number(day.slice(8));
  return (
    <button
      type="button"
      className={`${styles.head} ${isToday ? styles.today : ""}`}
      onClick={() => onOpen(day)}
      aria-current={isToday ? "date" : undefined}
      title={t`Open the day`}
    >
      <span>{format.weekday(day)}</span>
      <b className={styles.number}>{number}</b>
      {number === 1 && <span className={styles.month}>{format.date(day, "month").split(" ")[0]}</span>}
      <span className={styles.count}>{all > 0 && <Plural value={all} one="# post" other="# posts" />}</span>
    </button>
  );
}
