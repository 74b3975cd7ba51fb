import type { CSSProperties } from "react";
import { GapMark } from "./gap-mark";
import { LayerTag } from "./layer-tag";
import styles from "./layers.module.css";
import { MoreHere } from "./more-here";
import { useLayers } from "./use-layers";
import { useAbout } from "./words";

interface Props {
  day: string;
  /** "marks": coloured dots, where the day itself is a button; "line": one name beside the number; "tags": all, in full. */
  size?: "marks" | "line" | "tags";
  /** Where a line has no room for all. */
  onOpenDay?: (day: string) => void;
}

/** What this day is beside its posts: in a month's cell, under an agenda's head, above a day's hours. */
export function DayLayers({ day, size = "tags", onOpenDay }: Props) {
  const { ofDay, gapsOfDay } = useLayers();
  const about = useAbout();
  const items = ofDay.get(day) ?? [];
  const [first] = items;
  if (items.length === 0 && !gapsOfDay.get(day)) return null;
  if (size === "marks") {
    return (
      <span className={styles.marks}>
        {items.slice(0, 3).map((item) => (
          <i
            key={item.id}
            className={styles[item.layer]}
            style={(item.colour ? { "--own": item.colour } : {}) as CSSProperties}
          />
        ))}
        <span className="only-read">{items.map(about).join("; ")}</span>
      </span>
    );
  }
  if (size === "line") {
    return (
      <span className={styles.line}>
        {first && <LayerTag item={first} />}
        {items.length > 1 && onOpenDay && <MoreHere day={day} count={items.length - 1} onOpenDay={onOpenDay} />}
        <GapMark day={day} isShort />
      </span>
    );
  }
  return (
    <div className={styles.tags}>
      {items.map((item) => (
        <LayerTag key={item.id} item={item} />
      ))}
      <GapMark day={day} />
    </div>
  );
}
