import type { Placed } from "~/lib/cards";
import type { CalendarSearch } from "./search";

/** The states a person filters by, and the placements' states each stands for. */
export const stateGroups = {
  draft: ["draft"],
  waiting: ["in_review", "changes_asked", "expired", "held"],
  scheduled: ["approved", "scheduled", "sending"],
  published: ["published", "corrected"],
  wrong: ["failed", "missed", "needs_look", "looking", "rejected"],
  off: ["cancelled", "taken_down"],
} as const satisfies Record<string, readonly string[]>;
export type StateGroup = keyof typeof stateGroups;

export const filterNames = ["campaign", "channel", "state", "language", "author"] as const;
export type FilterName = (typeof filterNames)[number];

/** A post without a campaign, in the campaign filter. */
export const NO_CAMPAIGN = "none";

export const chosen = (search: CalendarSearch, name: FilterName): string[] =>
  search[name]?.split(",").filter(Boolean) ?? [];

/** Return the search with this one value of this filter switched. */
export function toggled(search: CalendarSearch, name: FilterName, value: string): CalendarSearch {
  const before = chosen(search, name);
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...search, [name]: after.join(",") || undefined };
}

export const unfiltered = ({ view, date, cards }: CalendarSearch): CalendarSearch => ({ view, date, cards });

export const filterCount = (search: CalendarSearch): number =>
  filterNames.reduce((count, name) => count + chosen(search, name).length, 0) + (search.q ? 1 : 0);

/** Return the placements that pass every filter but the words, which the server looks for. */
export function filtered(placements: readonly Placed[], search: CalendarSearch): readonly Placed[] {
  const campaigns = chosen(search, "campaign");
  const channels = chosen(search, "channel");
  const languages = chosen(search, "language");
  const authors = chosen(search, "author");
  const states = chosen(search, "state").flatMap((group): readonly string[] => stateGroups[group as StateGroup] ?? []);
  const isAny = (wanted: readonly string[], has: (value: string) => boolean) => wanted.length === 0 || wanted.some(has);
  if (filterNames.every((name) => chosen(search, name).length === 0)) return placements;
  return placements.filter(
    (placed) =>
      isAny(campaigns, (id) => (placed.campaign ?? NO_CAMPAIGN) === id) &&
      isAny(channels, (id) => placed.channel === id) &&
      isAny(authors, (id) => placed.author === id) &&
      isAny(languages, (code) => placed.languages.includes(code)) &&
      (chosen(search, "state").length === 0 || states.includes(placed.state)),
  );
}

/** The filters as the server knows them: states one by one instead of in groups. */
export function asServerKnows(search: CalendarSearch) {
  return {
    campaign: chosen(search, "campaign"),
    channel: chosen(search, "channel"),
    author: chosen(search, "author"),
    language: chosen(search, "language"),
    state: chosen(search, "state").flatMap((group): readonly string[] => stateGroups[group as StateGroup] ?? []),
    q: search.q,
  };
}
