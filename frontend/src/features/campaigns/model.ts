import type { Answer } from "~/api/client";
import type { components } from "~/api/schema.gen";

export type Campaign = components["schemas"]["CampaignInList"];
export type Objective = components["schemas"]["ObjectiveShown"];
export type Kpi = components["schemas"]["KpiShown"];
export type Horizon = Campaign["horizon"];
export type Channel = Answer<"get", "/api/channels/">["results"][number];
export type Standing = Objective["standing"];

export const horizons: readonly Horizon[] = ["short", "medium", "long"];

export const languages = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof languages)[number];

/** Colours to choose from: apart for most eyes, readable on light and dark. */
export const colours = [
  "#0F766E",
  "#9D2B5B",
  "#2F5D9B",
  "#B45309",
  "#5B3F86",
  "#3F7D20",
  "#B91C1C",
  "#14213D",
] as const;

/** Return the campaigns of each horizon, in the order of the server. */
export const byHorizon = (campaigns: readonly Campaign[]): { horizon: Horizon; campaigns: Campaign[] }[] =>
  horizons.map((horizon) => ({ horizon, campaigns: campaigns.filter((each) => each.horizon === horizon) }));

/** Where a campaign stands on that day ("2026-11-24"). */
export type Phase = "open" | "ahead" | "running" | "over";

type Dates = { starts_on?: string | null; ends_on?: string | null };

export function phaseOf({ starts_on, ends_on }: Dates, today: string): Phase {
  if (!starts_on && !ends_on) return "open";
  if (starts_on && today < starts_on) return "ahead";
  if (ends_on && today > ends_on) return "over";
  return "running";
}

/** Return how much of its days is behind it, 0-1; null without a beginning or an end. */
export function elapsed({ starts_on, ends_on }: Dates, today: string): number | null {
  if (!starts_on || !ends_on) return null;
  const from = Date.parse(starts_on);
  const to = Date.parse(ends_on) + 86_400_000;
  return Math.min(1, Math.max(0, (Date.parse(today) - from) / (to - from)));
}

/** Return a colour nobody uses yet, else the first. */
export function freshColour(used: readonly Campaign[]): string {
  const taken = new Set(used.map(({ colour }) => colour?.toUpperCase()));
  return colours.find((colour) => !taken.has(colour)) ?? colours[0];
}
