import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, Fragment, use, useCallback, useMemo, useRef } from "react";
import type { PostCard } from "~/lib/cards";
import { weekNumber } from "~/lib/days";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useMedia } from "~/lib/use-media";
import { Cell } from "./cell";
import { DayHead } from "./day-head";
import { mouseHeights, rowHeights, touchHeights, wholeRows } from "./fit";
import { WeekLayers } from "./layers/week-layers";
import { OutsideContext } from "./outside/context";
import { inSlot } from "./outside/model";
import { partWords, useSlotWords } from "./part-words";
import { type PartName, partNames, partOf, partSlot, parts, slotKey } from "./slots";
import { useGrouped } from "./use-grouped";
import type { CardsByDay } from "./use-placements";
import { useHeight } from "./use-size";
import styles from "./week.module.css";

const HEAD = 36;
const LEAST = 72;
const none: PostCard[] = [];

interface Props {
  days: readonly string[];
  byDay: CardsByDay;
  /** Local time now, "2026-11-24T14:32". */
  clock: string;
  /** Every card whole, and the page scrolls; else all fits the window. */
  isWhole: boolean;
  onOpenDay: (day: string) => void;
}

/** Seven days by four parts of the day; it fills the window, and what does not fit is behind "+N". */
export function Week({ days, byDay, clock, isWhole, onOpenDay }: Props) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const say = useSlotWords();
  const outside = use(OutsideContext);
  const ref = useRef<HTMLDivElement>(null);
  const height = useHeight(ref);
  const layers = useRef<HTMLDivElement>(null);
  const layersHeight = useHeight(layers);
  const heights = useMedia("(pointer: coarse)") ? touchHeights : mouseHeights;
  const today = clock.slice(0, 10);

  const cards = useMemo(() => days.flatMap((day) => byDay.get(day) ?? none), [days, byDay]);
  const cells = useGrouped(
    cards,
    useCallback(
      ({ at }: PostCard) => {
        const local = toLocal(at, zone);
        return `${local.slice(0, 10)}/${partOf(local)}`;
      },
      [zone],
    ),
  );

  // A line for what was posted elsewhere.
  const linesOf = (day: string, part: PartName) =>
    inSlot(outside.get(day) ?? [], partSlot(day, part)).length > 0 ? 1 : 0;
  const counts = partNames.map((part) =>
    Math.max(...days.map((day) => (cells.get(`${day}/${part}`)?.length ?? 0) + linesOf(day, part))),
  );
  const rows = isWhole
    ? wholeRows(counts, heights, LEAST)
    : rowHeights(counts, Math.max(0, height - HEAD - layersHeight - 6), heights, LEAST);
  const style = {
    gridTemplateRows: [`${HEAD}px`, "auto", ...rows.map((row) => `${row}px`)].join(" "),
  } as CSSProperties;

  return (
    <div ref={ref} className={`${styles.frame} ${isWhole ? styles.whole : ""}`}>
      <div className={styles.grid} style={style}>
        <div className={styles.corner}>{t`W${weekNumber(days[0] ?? today)}`}</div>
        {days.map((day) => (
          <DayHead key={day} day={day} isToday={day === today} cards={byDay.get(day) ?? none} onOpen={onOpenDay} />
        ))}
        <div ref={layers} className={styles.layers}>
          <WeekLayers days={days} onOpenDay={onOpenDay} />
        </div>
        {partNames.map((part, index) => (
          <Fragment key={part}>
            <div className={styles.part}>
              <b>{t(partWords[part])}</b>
              <span>{`${parts[part].from}–${parts[part].to}`}</span>
            </div>
            {days.map((day) => {
              const slot = partSlot(day, part);
              const isNow = day === today && partOf(clock) === part;
              return (
                <Cell
                  key={day}
                  place={slotKey(slot)}
                  label={say(slot)}
                  cards={cells.get(`${day}/${part}`) ?? none}
                  height={rows[index] ?? LEAST}
                  heights={heights}
                  now={isNow ? clock : ""}
                  clock={clock}
                  onOpenDay={onOpenDay}
                />
              );
            })}
          </Fragment>
        ))}
      </div>
    </div>
  );
}
