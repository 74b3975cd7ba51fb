import { isDay } from "~/lib/is-day";
import { type Given, given, oneOf, text } from "~/lib/search";

export const views = ["month", "week", "day", "agenda"] as const;
export type View = (typeof views)[number];

/**
 * View, date and filters of the calendar; several of one kind are joined by commas.
 * cards: "whole" draws every card of the week whole, and the page scrolls; else they shrink to fit the window.
 * layers: which are on, "none" for none. elsewhere: "no" leaves out posts made outside Carillon.
 */
export const calendarSearch = ({ view, date, cards, elsewhere, ...rest }: Given) =>
  given({
    view: oneOf(view, views),
    date: typeof date === "string" && isDay(date) ? date : undefined,
    campaign: text(rest.campaign),
    channel: text(rest.channel),
    state: text(rest.state),
    language: text(rest.language),
    author: text(rest.author),
    cards: oneOf(cards, ["whole"]),
    layers: text(rest.layers),
    elsewhere: oneOf(elsewhere, ["no"]),
    q: text(rest.q),
  });
export type CalendarSearch = ReturnType<typeof calendarSearch>;

/** From what the address says now, which may be a key press ahead of what is drawn, to what it shall say. */
export type SearchChange = (now: CalendarSearch) => CalendarSearch;
