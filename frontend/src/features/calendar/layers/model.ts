import type { Answer } from "~/api/client";
import { daysFrom } from "~/lib/days";

export type InLayer = Answer<"get", "/api/layers/">[number];
export type FreeSlot = Answer<"get", "/api/slots/free/">[number];
export type Gap = Answer<"get", "/api/cadence/gaps/">[number];

export const layerNames = ["public", "school", "shipped", "own", "slots", "gaps"] as const;
export type LayerName = (typeof layerNames)[number];
const KEY = "carillon.layers";

/** Return the layers that are on: by the address, else as this browser was left, else all. "none" is none. */
export function layersOn(asked: string | undefined, kept: string | null = localStorage.getItem(KEY)): Set<LayerName> {
  const given = asked ?? kept;
  if (given === null || given === undefined) return new Set(layerNames);
  return new Set(layerNames.filter((name) => given.split(",").includes(name)));
}

/** Return the layers with this one switched, as they are written in the address; the browser keeps them too. */
export function switched(on: ReadonlySet<LayerName>, name: LayerName): string {
  const next = layerNames.filter((one) => (one === name ? !on.has(one) : on.has(one)));
  const written = next.join(",") || "none";
  localStorage.setItem(KEY, written);
  return written;
}

/** Return what is drawn of it: layers that are on; a day that is off anyway is not told a second time. */
export function shown(found: readonly InLayer[], on: ReadonlySet<LayerName>): InLayer[] {
  const off = new Set(
    on.has("public") ? found.filter((one) => one.layer === "public").map((one) => one.starts_on) : [],
  );
  return found.filter((one) => on.has(one.layer) && !(one.kind === "day_off" && off.has(one.starts_on)));
}

/** Return what lies over each day. */
export function byDay(found: readonly InLayer[], days: readonly string[]): Map<string, InLayer[]> {
  return new Map(days.map((day) => [day, found.filter((one) => one.starts_on <= day && one.ends_on >= day)]));
}

export interface Band {
  item: InLayer;
  /** Columns, from 0: the first and the one after the last. */
  from: number;
  to: number;
  row: number;
}

/** Return the bands of a week in as few rows as they need, and how many of each day did not fit into `most` rows. */
export function packed(
  found: readonly InLayer[],
  days: readonly string[],
  most: number,
): { bands: Band[]; rest: number[] } {
  const rows: number[][] = [];
  const bands: Band[] = [];
  const rest = days.map(() => 0);
  for (const item of found) {
    const covered = days.flatMap((day, column) => (item.starts_on <= day && item.ends_on >= day ? [column] : []));
    const [from] = covered;
    if (from === undefined) continue;
    let row = rows.findIndex((taken) => covered.every((column) => !taken.includes(column)));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push(...covered);
    if (row < most) bands.push({ item, from, to: from + covered.length, row });
    else for (const column of covered) rest[column] = (rest[column] ?? 0) + 1;
  }
  return { bands, rest };
}

export const spanDays = (days: readonly string[]): { from: string; to: string } => ({
  from: days[0] ?? "",
  to: daysFrom(days.at(-1) ?? "", 2)[1] ?? "",
});
