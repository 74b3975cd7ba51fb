import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { Icon } from "~/components/icon";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { Card } from "./card";
import styles from "./cell.module.css";
import { useDesk } from "./desk";
import { fitted, type Heights, leftBelow } from "./fit";
import { inOrder } from "./in-order";
import { SlotLayers } from "./layers/slot-layers";
import { NowLine } from "./now-line";
import { useOutsideIn } from "./outside/context";
import { OutsidePosts } from "./outside/outside-posts";
import { isOver, newTime, slotOf } from "./slots";

interface Props {
  /** The key of its slot: by its letters it is known that it is the same. */
  place: string;
  /** In words: "Tuesday 24 November, morning". */
  label: string;
  cards: readonly PostCard[];
  /** In px: cards shrink, then hide behind "+N", so that they stay within it. */
  height: number;
  heights: Heights;
  /** Local time now; "" in a cell the present is not in. */
  now: string;
  /** "2026-11-24T14:32" by which it is known what has passed. */
  clock: string;
  onOpenDay: (day: string) => void;
}

/** A part of a day: its cards, the present, and free room in which a new post begins. */
export const Cell = memo(function Cell({ place, label, cards, height, heights, now, clock, onOpenDay }: Props) {
  const { t } = useLingui();
  const { mayWrite } = useDesk();
  const format = useFormat();
  const slot = slotOf(place);
  const isPast = isOver(slot, clock);
  const outside = useOutsideIn(slot);
  const room = height - (now ? 4 : 0) - (outside.length > 0 ? heights.line + heights.gap : 0);
  const { size, shown } = fitted(cards.length, room, heights);
  const hidden = cards.length - shown;
  const start = newTime(slot, clock);
  const entries = inOrder(cards.slice(0, shown), outside, { now: now ? Date.now() : undefined, isOneLine: true });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      data-slot={place}
      role="group"
      aria-label={label}
      style={{ gap: heights.gap, padding: `${heights.pad / 2}px 4px` }}
      className={`${styles.cell} ${isPast ? styles.past : ""}`}
    >
      {mayWrite && start && <NewHere at={start} isEmpty={cards.length === 0} label={label} />}
      {entries.map((entry) =>
        entry.kind === "card" ? (
          <div key={entry.key} className={styles.item} style={{ height: heights[size] }}>
            <Card card={entry.card} size={size} />
          </div>
        ) : entry.kind === "outside" ? (
          <OutsidePosts key={entry.key} posts={entry.posts} />
        ) : (
          <NowLine key={entry.key} />
        ),
      )}
      {hidden === 0 && <SlotLayers slot={slot} left={leftBelow(room, shown, size, heights)} />}
      {hidden > 0 && (
        <button
          type="button"
          className={styles.rest}
          style={{ height: heights.line }}
          onClick={() => onOpenDay(slot.day)}
          aria-label={t`${hidden} more: open ${format.date(slot.day, "weekday")}`}
        >
          +{hidden}
        </button>
      )}
    </div>
  );
});

/** The free room of a cell. In an empty cell it is a stop of the Tab key as well. */
export function NewHere({ at, isEmpty, label }: { at: string; isEmpty: boolean; label: string }) {
  const { t } = useLingui();
  const { slug } = useDesk();
  const time = at.slice(11, 16);
  return (
    <a
      href={`/${slug}/posts/new?at=${encodeURIComponent(at)}`}
      data-stop={isEmpty ? "" : undefined}
      className={`${styles.free} ${isEmpty ? "" : styles.under}`}
      tabIndex={isEmpty ? 0 : -1}
      draggable={false}
      aria-label={t`New post: ${label}, ${time}`}
    >
      <span className={styles.hint}>
        <Icon name="plus" size={14} />
        {time}
      </span>
    </a>
  );
}
