import { isFixed, type PostCard } from "~/lib/cards";
import { addDays } from "~/lib/days";
import { isSkipped, toInstant } from "~/lib/local-time";

/** So many days and hours later, negative for earlier. */
export interface Shift {
  days: number;
  hours: number;
}

export interface Preview {
  /** Posts that can go, of all that are asked about. */
  going: number;
  /** Cards that would stand in the past. */
  past: PostCard[];
  /** Cards whose clock time does not exist on the night the clocks go forward. */
  skipped: PostCard[];
  /** Cards that have left: they stay as they are. */
  left: PostCard[];
}

/** "2026-10-24T23:30", 4 hours → "2026-10-25T03:30": by the clock on the wall, as the server counts. */
export function shifted(local: string, { days, hours }: Shift): string {
  const hour = Number(local.slice(11, 13)) + hours;
  const over = Math.floor(hour / 24);
  return `${addDays(local.slice(0, 10), days + over)}T${String(hour - over * 24).padStart(2, "0")}${local.slice(13, 16)}`;
}

/** Return what a shift would do with these cards, `now` in ms. A post goes only if every part of it that has not left can. */
export function preview(cards: readonly PostCard[], shift: Shift, now: number): Preview {
  const found: Preview = { going: 0, past: [], skipped: [], left: [] };
  const stays = new Set<string>();
  const goes = new Set<string>();
  for (const card of cards) {
    const movable = card.placements.filter((placed) => !isFixed(placed));
    if (movable.length === 0) {
      found.left.push(card);
      continue;
    }
    goes.add(card.post);
    for (const [list, isSo] of [
      [found.past, (local: string) => Date.parse(toInstant(local, card.zone)) <= now],
      [found.skipped, (local: string) => isSkipped(local, card.zone)],
    ] as const) {
      if (!movable.some((placed) => isSo(shifted(placed.local_time, shift)))) continue;
      list.push(card);
      stays.add(card.post);
    }
  }
  found.going = [...goes].filter((post) => !stays.has(post)).length;
  return found;
}
