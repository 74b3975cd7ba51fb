import type { PostCard } from "~/lib/cards";
import { isSkipped, toInstant } from "~/lib/local-time";
import { type Preview, shifted } from "./shift";

/** Return which of these posts can be copied so many days later; what has gone out can be as well. null: all, without times. */
export function copies(cards: readonly PostCard[], days: number | null, now: number): Preview {
  const then = (card: PostCard) => card.placements.map((one) => shifted(one.local_time, { days: days ?? 0, hours: 0 }));
  const is = (test: (local: string, zone: string) => boolean) => (card: PostCard) =>
    days !== null && then(card).some((local) => test(local, card.zone));
  const past = cards.filter(is((local, zone) => Date.parse(toInstant(local, zone)) <= now));
  const skipped = cards.filter(is(isSkipped));
  const stays = new Set([...past, ...skipped].map(({ post }) => post));
  const posts = new Set(cards.map(({ post }) => post));
  return { going: [...posts].filter((post) => !stays.has(post)).length, past, skipped, left: [] };
}
