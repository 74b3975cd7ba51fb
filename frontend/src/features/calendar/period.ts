import { addDays, addMonths, daysFrom, mondayOf, weeksOfMonth } from "~/lib/days";
import type { View } from "./search";

/** How many days an agenda begins with, and grows by. */
export const AGENDA_DAYS = 14;

/** Return the days a view shows around a date. */
export function daysIn(view: View, date: string): string[] {
  if (view === "month") return weeksOfMonth(date);
  if (view === "week") return daysFrom(mondayOf(date), 7);
  return daysFrom(date, view === "day" ? 1 : AGENDA_DAYS);
}

/** Return the date one page before (-1) or after (1). */
export function turned(view: View, date: string, by: 1 | -1): string {
  // From the first, so that 31 January is followed by February.
  if (view === "month") return addMonths(`${date.slice(0, 7)}-01`, by);
  return addDays(date, by * (view === "week" ? 7 : view === "day" ? 1 : AGENDA_DAYS));
}
