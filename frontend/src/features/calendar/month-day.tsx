import { useLingui } from "@lingui/react/macro";
import { isState, moodOf } from "~/components/state-badge";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import styles from "./month.module.css";

interface Props {
  day: string;
  cards: readonly PostCard[];
  className: string;
  onOpen: (day: string) => void;
}

/** A day of the month on a phone: its number, how many posts, and whether some of them want a person. */
export function MonthDay({ day, cards, className, onOpen }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const moods = cards.map(({ state }) => (isState(state) ? moodOf(state) : "plain"));
  const wants = moods.filter((mood) => mood === "attention" || mood === "broken").length;
  const name = format.date(day, "weekday");
  const count = cards.length;
  return (
    <button
      type="button"
      className={`${className} ${styles.small}`}
      onClick={() => onOpen(day)}
      aria-label={t`${name}: ${count} posts, ${wants} of them need somebody`}
    >
      <b>{Number(day.slice(8))}</b>
      {count > 0 && <span className={styles.bubble}>{count}</span>}
      {wants > 0 && (
        <span className={`${styles.wants} ${moods.includes("broken") ? styles.wrong : ""}`} aria-hidden="true">
          ! {wants}
        </span>
      )}
    </button>
  );
}
