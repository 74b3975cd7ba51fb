import { addDays, addMonths } from "~/lib/days";
import type { Zoom } from "../search";

/** The stretch of days a timeline shows: `from` first, `to` last. */
export interface Stretch {
  from: string;
  to: string;
}

export interface Tick {
  day: string;
  /** Percent from the left. */
  at: number;
  isYear: boolean;
}

const months = { quarter: 3, year: 12, years: 48 } as const satisfies Record<Zoom, number>;
const before = { quarter: 1, year: 3, years: 6 } as const satisfies Record<Zoom, number>;

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

/** Return whole months around that day, most of them ahead of it. */
export function stretchOf(zoom: Zoom, day: string): Stretch {
  const from = addMonths(firstOfMonth(day), -before[zoom]);
  return { from, to: addDays(addMonths(from, months[zoom]), -1) };
}

/** Return the day to centre on after turning one page on (or back). */
export const turned = (zoom: Zoom, day: string, by: 1 | -1): string =>
  addMonths(day, by * (months[zoom] / 4 < 3 ? 1 : months[zoom] / 4));

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Return where that day begins, in percent of the stretch; below 0 or above 100 it is out of sight. */
export const placeOf = (day: string, { from, to }: Stretch): number =>
  (100 * daysBetween(from, day)) / (daysBetween(from, to) + 1);

export interface Span {
  left: number;
  width: number;
  /** It goes on beyond the left or right border. */
  isCutLeft: boolean;
  isCutRight: boolean;
}

/** Return where something lies; without a beginning or an end it goes on; null when none of it is in sight. */
export function spanOf(
  starts: string | null | undefined,
  ends: string | null | undefined,
  stretch: Stretch,
): Span | null {
  const left = starts ? placeOf(starts, stretch) : -1;
  const right = ends ? placeOf(addDays(ends, 1), stretch) : 101;
  if (right <= 0 || left >= 100) return null;
  const from = Math.max(0, left);
  return { left: from, width: Math.min(100, right) - from, isCutLeft: left < 0, isCutRight: right > 100 };
}

/** Return the first of every month (four years: of every quarter). */
export function ticksOf(zoom: Zoom, stretch: Stretch): Tick[] {
  const step = zoom === "years" ? 3 : 1;
  const ticks: Tick[] = [];
  for (let day = stretch.from; day <= stretch.to; day = addMonths(day, 1)) {
    const month = Number(day.slice(5, 7));
    if ((month - 1) % step === 0) ticks.push({ day, at: placeOf(day, stretch), isYear: month === 1 });
  }
  return ticks;
}

/** Return the rows on which things lie so that none covers another, as many as are needed. */
export function lanes<Item>(
  items: readonly Item[],
  spanOfItem: (item: Item) => Span | null,
): { item: Item; span: Span }[][] {
  const rows: { item: Item; span: Span }[][] = [];
  const placed = items.flatMap((item) => {
    const span = spanOfItem(item);
    return span ? [{ item, span }] : [];
  });
  for (const one of placed.sort((a, b) => a.span.left - b.span.left)) {
    const row = rows.find((others) => others.every(({ span }) => span.left + span.width <= one.span.left + 0.01));
    if (row) row.push(one);
    else rows.push([one]);
  }
  return rows;
}

/** In percent of the stretch: how much a name beside its mark takes. */
const NAME_TAKES = 12;

/** Whether the name of the moment at this place of the list (in order of days) fits before the next one. */
export function hasRoom(moments: readonly { day: string }[], index: number, stretch: Stretch): boolean {
  const [mine, next] = [moments[index], moments[index + 1]];
  return !mine || !next || placeOf(next.day, stretch) - placeOf(mine.day, stretch) >= NAME_TAKES;
}
