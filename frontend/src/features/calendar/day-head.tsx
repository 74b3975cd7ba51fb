import { useLingui } from "@lingui/react/macro";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { counted } from "./counted";
import { DayCount } from "./day-count";
import styles from "./day-head.module.css";
import { useOutsideCount } from "./outside/context";

interface Props {
  day: string;
  isToday: boolean;
  cards: readonly PostCard[];
  onOpen: (day: string) => void;
}

/** The head of a day's column; opens the day. */
export function DayHead({ day, isToday, cards, onOpen }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const count = counted(cards, useOutsideCount(day));
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
      <span className={styles.count}>{count.posts > 0 && <DayCount {...count} />}</span>
    </button>
  );
}
