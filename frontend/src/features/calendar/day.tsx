import { type CSSProperties, use, useCallback } from "react";
import type { PostCard } from "~/lib/cards";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import styles from "./day.module.css";
import { HourRow } from "./hour-row";
import { DayLayers } from "./layers/day-layers";
import { useLayers } from "./layers/use-layers";
import { OutsideContext } from "./outside/context";
import { useGrouped } from "./use-grouped";

const EARLY = 7;
const LATE = 22;
const none: PostCard[] = [];

interface Props {
  day: string;
  cards: readonly PostCard[];
  clock: string;
}

/** One day by the hour; night hours only where something happens in them. */
export function Day({ day, cards, clock }: Props) {
  const { zone } = useFormat();
  const byHour = useGrouped(
    cards,
    useCallback(({ at }: PostCard) => toLocal(at, zone).slice(11, 13), [zone]),
  );
  const elsewhere = use(OutsideContext).get(day) ?? [];
  const free = useLayers().slotsOfDay.get(day) ?? [];
  const busy = [...byHour.keys(), ...[...elsewhere, ...free].map(({ local_time }) => local_time.slice(11, 13))].map(
    Number,
  );
  const first = Math.min(EARLY, ...busy);
  const last = Math.max(LATE, ...busy);
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <div className={styles.day} style={{ "--rows": hours.length } as CSSProperties}>
      <DayLayers day={day} />
      {hours.map((hour) => (
        <HourRow
          key={hour}
          day={day}
          hour={hour}
          cards={byHour.get(String(hour).padStart(2, "0")) ?? none}
          clock={clock}
        />
      ))}
    </div>
  );
}
