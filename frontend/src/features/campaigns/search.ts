import { isDay } from "~/lib/is-day";

export const views = ["goals", "campaigns", "cadence", "aimless"] as const;
export type View = (typeof views)[number];
export const zooms = ["quarter", "year", "years"] as const;
export type Zoom = (typeof zooms)[number];

/** What somebody typed into the address must never break the screen: anything else counts as not given. */
const oneOf = <Value extends string>(value: unknown, among: readonly Value[]): Value | undefined =>
  among.find((each) => each === value);

export interface CampaignsSearch {
  view?: View;
  zoom?: Zoom;
  /** A day the timeline shows. */
  date?: string;
  /** The objective that is open. */
  objective?: string;
  /** The archived ones instead of the running ones. */
  archived?: true;
}

/** From what the address says now, which may be a press ahead of what is drawn, to what it shall say. */
export type SearchChange = (now: CampaignsSearch) => CampaignsSearch;

export function campaignsSearch(given: Record<string, unknown>): CampaignsSearch {
  const view = oneOf(given.view, views);
  const zoom = oneOf(given.zoom, zooms);
  return {
    ...(view && { view }),
    ...(zoom && { zoom }),
    ...(typeof given.date === "string" && isDay(given.date) && { date: given.date }),
    ...(typeof given.objective === "string" && { objective: given.objective }),
    ...(given.archived === true && { archived: true }),
  };
}
