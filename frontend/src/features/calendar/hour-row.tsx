import { memo } from "react";
import type { PostCard } from "~/lib/cards";
import { useIsWide } from "~/lib/use-media";
import { Card } from "./card";
import { NewHere } from "./cell";
import cells from "./cell.module.css";
import styles from "./day.module.css";
import { useDesk } from "./desk";
import { inOrder } from "./in-order";
import { SlotLayers } from "./layers/slot-layers";
import { NowLine } from "./now-line";
import { useOutsideIn } from "./outside/context";
import { OutsidePosts } from "./outside/outside-posts";
import { useSlotWords } from "./part-words";
import { hourSlot, isOver, newTime, slotKey } from "./slots";

interface Props {
  day: string;
  hour: number;
  cards: readonly PostCard[];
  clock: string;
}

/** One hour of a day, its cards side by side. */
export const HourRow = memo(function HourRow({ day, hour, cards, clock }: Props) {
  const { mayWrite } = useDesk();
  const isWide = useIsWide();
  const slot = hourSlot(day, hour);
  const label = useSlotWords()(slot);
  const isPast = isOver(slot, clock);
  const start = newTime(slot, clock);
  const isNow = clock.startsWith(day) && Number(clock.slice(11, 13)) === hour;
  const outside = useOutsideIn(slot);
  const isFree = cards.length === 0 && outside.length === 0;
  const entries = inOrder(cards, outside, { now: isNow && !isFree ? Date.now() : undefined });
  const classes = [styles.row, isPast && cells.past];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div data-slot={slotKey(slot)} role="group" aria-label={label} className={classes.filter(Boolean).join(" ")}>
      <span className={styles.hour} aria-hidden="true">
        {slot.start}
      </span>
      <div className={styles.cards}>
        {mayWrite && start && <NewHere at={start} isEmpty={cards.length === 0} label={label} />}
        {entries.map((entry) =>
          entry.kind === "card" ? (
            <div key={entry.key} className={styles.item}>
              <Card card={entry.card} size={isWide ? "full" : "wide"} />
            </div>
          ) : entry.kind === "outside" ? (
            <OutsidePosts key={entry.key} posts={entry.posts} />
          ) : (
            <NowAmong key={entry.key} />
          ),
        )}
        <SlotLayers slot={slot} />
      </div>
      {isNow && isFree && (
        <div className={styles.now} style={{ top: `${(Number(clock.slice(14, 16)) / 60) * 100}%` }}>
          <NowLine />
        </div>
      )}
    </div>
  );
});

/** Between the cards of its hour the present takes a row of its own, so that it crosses none. */
const NowAmong = () => (
  <div className={styles.among}>
    <NowLine />
  </div>
);
