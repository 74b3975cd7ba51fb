import { GapMark } from "./gap-mark";
import { LayerTag } from "./layer-tag";
import styles from "./layers.module.css";
import { packed } from "./model";
import { MoreHere } from "./more-here";
import { useLayers } from "./use-layers";

const MOST_ROWS = 3;

/** What these days are beside their posts, under the heads of the week; the row is as high as it needs and not there without any. */
export function WeekLayers({ days, onOpenDay }: { days: readonly string[]; onOpenDay: (day: string) => void }) {
  const { items, gapsOfDay } = useLayers();
  const { bands, rest } = packed(items, days, MOST_ROWS);
  const rows = bands.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return (
    <>
      {bands.map(({ item, from, to, row }) => (
        <LayerTag key={item.id} item={item} style={{ gridColumn: `${from + 1} / ${to + 1}`, gridRow: row + 1 }} />
      ))}
      {days.map((day, column) => {
        const hidden = rest[column] ?? 0;
        if (hidden === 0 && !gapsOfDay.get(day)) return null;
        return (
          <span key={day} className={styles.below} style={{ gridColumn: column + 1, gridRow: rows + 1 }}>
            <GapMark day={day} />
            {hidden > 0 && <MoreHere day={day} count={hidden} onOpenDay={onOpenDay} />}
          </span>
        );
      })}
    </>
  );
}
