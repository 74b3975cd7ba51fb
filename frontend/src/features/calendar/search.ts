import * as v from "valibot";
import { isDay } from "~/lib/days";

export const views = ["month", "week", "day", "agenda"] as const;
export type View = (typeof views)[number];

/** What somebody typed into the address must never break the screen: anything else counts as not given. */
const text = v.fallback(
  v.optional(
    v.pipe(
      v.union([v.string(), v.number(), v.boolean()]),
      v.transform((value) => String(value).slice(0, 2000) || undefined),
    ),
  ),
  undefined,
);

/** View, date and filters of the calendar; several of one kind are joined by commas. */
export const calendarSearch = v.object({
  view: v.fallback(v.optional(v.picklist(views)), undefined),
  date: v.fallback(v.optional(v.pipe(v.string(), v.check(isDay))), undefined),
  campaign: text,
  channel: text,
  state: text,
  language: text,
  author: text,
  /** "whole": in the week every card is drawn whole and the page scrolls; else they shrink to fit the window. */
  cards: v.fallback(v.optional(v.picklist(["whole"])), undefined),
  /** Which layers are on; "none" for none. */
  layers: text,
  /** "no": posts made outside Carillon are left out. */
  elsewhere: v.fallback(v.optional(v.picklist(["no"])), undefined),
  q: text,
});
export type CalendarSearch = v.InferOutput<typeof calendarSearch>;
