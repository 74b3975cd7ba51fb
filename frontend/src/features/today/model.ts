import type { PostCard } from "~/lib/cards";

/** How many days ahead a sign-in that ends is worth a word. */
const SOON_DAYS = 14;
/** Of what went out today this many stay in sight; the rest is folded away. */
const LAST_SHOWN = 3;

/** Return today's cards in three: long gone, just gone, and still to come at `now` (ms). */
export function timeline(cards: readonly PostCard[], now: number) {
  const first = cards.findIndex((card) => Date.parse(card.at) > now);
  const gone = first < 0 ? cards : cards.slice(0, first);
  const folded = gone.length > LAST_SHOWN + 1 ? gone.slice(0, -LAST_SHOWN) : [];
  return { folded, gone: gone.slice(folded.length), ahead: first < 0 ? [] : cards.slice(first) };
}

interface Health {
  state: string;
  problem: unknown;
  days_left: number | null;
}

/** Return the channels that cannot publish, or soon will not, the most pressing first. A paused one was meant to be so. */
export function breaking<Channel extends Health>(channels: readonly Channel[]): Channel[] {
  const isBroken = ({ state, problem }: Health) => state !== "paused" && (state !== "connected" || problem !== null);
  const isSoon = ({ days_left }: Health) => days_left !== null && days_left <= SOON_DAYS;
  return channels
    .filter((channel) => isBroken(channel) || isSoon(channel))
    .sort((a, b) => Number(isBroken(b)) - Number(isBroken(a)) || (a.days_left ?? 0) - (b.days_left ?? 0));
}

interface Period {
  starts_on: string;
  ends_on: string;
}

/** Return the period that day falls in, else the one that began last. */
export function periodOn<P extends Period>(periods: readonly P[], day: string): P | undefined {
  const begun = periods
    .filter(({ starts_on }) => starts_on <= day)
    .sort((a, b) => b.starts_on.localeCompare(a.starts_on));
  return begun.find(({ ends_on }) => ends_on >= day) ?? begun[0] ?? periods[0];
}

/** What a person can do at once about posts of one kind of trouble; what may be online has to be looked at one by one. */
export function repairs(kind: string): { look: boolean; retry: boolean; release: boolean; drop: boolean } {
  const isOver = kind === "failed" || kind === "missed";
  return { look: kind === "needs_look", retry: isOver, release: kind === "held", drop: isOver };
}
