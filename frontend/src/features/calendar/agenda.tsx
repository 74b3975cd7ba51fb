import { memo } from "react";
import type { PostCard } from "~/lib/cards";
import styles from "./agenda.module.css";
import { AgendaDay } from "./agenda-day";
import type { Size } from "./fit";
import type { CardsByDay } from "./use-placements";

const none: PostCard[] = [];

interface Props {
  days: readonly string[];
  byDay: CardsByDay;
  clock: string;
  /** "wide": whole first lines; "line": a week at a glance on a phone. */
  size: Size | "wide";
}

/** Day under day, one post under the other. Days without anything are one line. */
export const Agenda = memo(function Agenda({ days, byDay, clock, size }: Props) {
  return (
    <div className={styles.agenda}>
      {days.map((day, index) => (
        <AgendaDay key={day} day={day} cards={byDay.get(day) ?? none} clock={clock} size={size} isFirst={index === 0} />
      ))}
    </div>
  );
});
