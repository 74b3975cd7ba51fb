import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { useIsWide, useMedia } from "~/lib/use-media";
import { Cell } from "./cell";
import { monthHeights, touchMonthHeights } from "./fit";
import { DayLayers } from "./layers/day-layers";
import styles from "./month.module.css";
import { MonthDay } from "./month-day";
import { useSlotWords } from "./part-words";
import { daySlot, slotKey } from "./slots";
import type { CardsByDay } from "./use-placements";
import { useHeight } from "./use-size";

const HEAD = 26;
/** A day's number and what lies over it; on touch as high as a finger. */
const NUMBER = 26;
const TOUCH_NUMBER = 44;
const none: PostCard[] = [];

interface Props {
  days: readonly string[];
  /** "2026-11": days outside it are fainter. */
  month: string;
  byDay: CardsByDay;
  clock: string;
  onOpenDay: (day: string) => void;
}

/** The weeks of a month. On a phone a day is its number and how many cards it has. */
export function Month({ days, month, byDay, clock, onOpenDay }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const say = useSlotWords();
  const ref = useRef<HTMLDivElement>(null);
  const height = useHeight(ref);
  const isWide = useIsWide();
  const isTouch = useMedia("(pointer: coarse)");
  const heights = isTouch ? touchMonthHeights : monthHeights;
  const row = Math.max(100, (height - HEAD - 2) / (days.length / 7));
  const today = clock.slice(0, 10);
  return (
    <div ref={ref} className={styles.frame}>
      <div className={styles.grid} style={{ gridAutoRows: isWide ? `${row}px` : undefined }}>
        {days.slice(0, 7).map((day) => (
          <div key={day} className={styles.weekday} style={{ height: HEAD }} aria-hidden="true">
            {format.weekday(day, isWide ? "long" : "short")}
          </div>
        ))}
        {days.map((day) => {
          const cards = byDay.get(day) ?? none;
          const name = format.date(day, "weekday");
          const classes = [
            styles.day,
            !day.startsWith(month) && styles.other,
            day === today && styles.today,
            day < today && styles.gone,
          ];
          if (!isWide) {
            return (
              <MonthDay
                key={day}
                day={day}
                cards={cards}
                className={classes.filter(Boolean).join(" ")}
                onOpen={onOpenDay}
              />
            );
          }
          return (
            <div key={day} className={classes.filter(Boolean).join(" ")}>
              <div className={styles.head}>
                <button
                  type="button"
                  className={styles.number}
                  onClick={() => onOpenDay(day)}
                  aria-label={t`${name}: open the day`}
                  aria-current={day === today ? "date" : undefined}
                >
                  <b>{Number(day.slice(8))}</b>
                </button>
                <DayLayers day={day} size="line" onOpenDay={onOpenDay} />
              </div>
              <Cell
                place={slotKey(daySlot(day))}
                label={say(daySlot(day))}
                cards={cards}
                height={row - (isTouch ? TOUCH_NUMBER : NUMBER)}
                heights={heights}
                now=""
                clock={clock}
                onOpenDay={onOpenDay}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
