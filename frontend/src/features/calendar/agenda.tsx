import { memo } from "react";
import type { PostCard } from "~/lib/cards";
import { useLater } from "~/lib/use-later";
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

/** Heads and cards that fill a phone's screen; the days below follow. */
const AT_ONCE = 8;
const HEAD_PX = 48;

/** Day under day, one post under the other. Days without anything are one line. */
export const Agenda = memo(function Agenda({ days, byDay, clock, size }: Props) {
  const many = useLater(filling(days, byDay));
  const below = days.slice(many);
  return (
    <div className={styles.agenda}>
      {days.slice(0, many).map((day, index) => (
        <AgendaDay key={day} day={day} cards={byDay.get(day) ?? none} clock={clock} size={size} isFirst={index === 0} />
      ))}
      {below.length > 0 && <div style={{ height: below.length * HEAD_PX }} />}
    </div>
  );
});

/** Return how many days it takes. */
function filling(days: readonly string[], byDay: CardsByDay): number {
  let lines = 0;
  const full = days.findIndex((day) => {
    lines += 1 + (byDay.get(day)?.length ?? 0);
    return lines >= AT_ONCE;
  });
  return full < 0 ? days.length : full + 1;
}
