import { parseDate } from "@internationalized/date";
import { toInstant, toLocal } from "./local-time";

/** Days are "2026-11-24"; weeks begin on Monday (ISO 8601). */

export const addDays = (day: string, count: number): string => parseDate(day).add({ days: count }).toString();
export const addMonths = (day: string, count: number): string => parseDate(day).add({ months: count }).toString();

/** Return the day it is in that zone at that moment. */
export const dayOf = (instant: string | Date, zone: string): string => toLocal(instant, zone).slice(0, 10);

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}

export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));

export const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

/** Return the weeks that hold the month of that day, whole: 28, 35 or 42 days. */
export function weeksOfMonth(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`;
  const start = mondayOf(first);
  const last = addDays(addMonths(first, 1), -1);
  const count = (Date.parse(mondayOf(last)) - Date.parse(start)) / 86_400_000 + 7;
  return daysFrom(start, count);
}

/** The number of its week: the week of the year's first Thursday is 1. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const start = Date.parse(`${thursday.slice(0, 4)}-01-01`);
  return 1 + Math.floor((Date.parse(thursday) - start) / (7 * 86_400_000));
}

/** Return the instants between which these days lie in that zone, end excluded; a change night makes a day of 23 or 25 hours. */
export function spanOf(first: string, count: number, zone: string): { from: string; to: string } {
  return { from: toInstant(`${first}T00:00`, zone), to: toInstant(`${addDays(first, count)}T00:00`, zone) };
}
