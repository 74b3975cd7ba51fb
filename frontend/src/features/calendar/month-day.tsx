import { Plural } from "@lingui/react/macro";
import { isState, moodOf } from "~/components/state-badge";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { counted } from "./counted";
import { DayCount } from "./day-count";
import { DayLayers } from "./layers/day-layers";
import styles from "./month.module.css";
import { useOutsideCount } from "./outside/context";

interface Props {
  day: string;
  cards: readonly PostCard[];
  className: string;
  onOpen: (day: string) => void;
}

/** A day of the month on a phone: its number, how many cards, and whether some of them want a person. */
export function MonthDay({ day, cards, className, onOpen }: Props) {
  const format = useFormat();
  const moods = cards.map(({ state }) => (isState(state) ? moodOf(state) : "plain"));
  const wants = moods.filter((mood) => mood === "attention" || mood === "broken").length;
  const count = counted(cards, useOutsideCount(day));
  return (
    <button type="button" data-day={day} className={`${className} ${styles.small}`} onClick={() => onOpen(day)}>
      <span className="only-read">{format.date(day, "weekday")}: </span>
      <b aria-hidden="true">{Number(day.slice(8))}</b>
      <DayLayers day={day} size="marks" />
      {count.posts > 0 && (
        <span className={styles.bubble}>
          <span aria-hidden="true">{count.cards}</span>
          <span className="only-read">
            <DayCount {...count} />
          </span>
        </span>
      )}
      {wants > 0 && (
        <span className={`${styles.wants} ${moods.includes("broken") ? styles.wrong : ""}`}>
          <span aria-hidden="true">! {wants}</span>
          <span className="only-read">
            <Plural value={wants} one="# needs somebody" other="# need somebody" />
          </span>
        </span>
      )}
    </button>
  );
}
