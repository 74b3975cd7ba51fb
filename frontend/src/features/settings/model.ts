import type { Answer } from "~/api/client";
import { parseAmount } from "~/lib/amount";

export type Member = Answer<"get", "/api/members/">["results"][number];
export type Role = Member["roles"][number];
export type Invitation = Answer<"get", "/api/invitations/">["results"][number];
export type Organisation = Answer<"get", "/api/organisation/">;
export type Token = Answer<"get", "/api/tokens/">["results"][number];

/** In the order of the server's table: from the one who may most to the one who looks on. */
export const roles: readonly Role[] = ["admin", "planner", "author", "approver", "treasurer", "board", "viewer"];

export const admins = (members: readonly Member[]): Member[] =>
  members.filter((member) => member.roles.includes("admin"));

/** Whether nobody would be left to manage the organisation without this person. */
export function isLastAdmin(member: Member, members: readonly Member[]): boolean {
  return member.roles.includes("admin") && admins(members).length === 1;
}

/** Roles in the table's order, with one put in or taken out. */
export function withRole(chosen: readonly Role[], role: Role, isOn: boolean): Role[] {
  return roles.filter((each) => (each === role ? isOn : chosen.includes(each)));
}

/** What differs from what is saved, and nothing else. */
export function changed<Whole extends object>(saved: Whole, draft: Partial<Whole>): Partial<Whole> {
  const names = Object.keys(draft) as (keyof Whole)[];
  const different = names.filter((name) => JSON.stringify(draft[name]) !== JSON.stringify(saved[name]));
  return Object.fromEntries(different.map((name) => [name, draft[name]])) as Partial<Whole>;
}

/** The list with one of its items a place further up (-1) or down (1). */
export function moved<Item>(list: readonly Item[], item: Item, by: -1 | 1): Item[] {
  const at = list.indexOf(item);
  const to = at + by;
  const next = [...list];
  if (at < 0 || to < 0 || to >= list.length) return next;
  next.splice(at, 1);
  next.splice(to, 0, item);
  return next;
}

/** Time zones by their part of the world, as `<optgroup>`s; the current one is among them in any case. */
export function zoneGroups(zones: readonly string[], current: string): [area: string, zones: string[]][] {
  const groups = new Map<string, string[]>();
  for (const zone of [...new Set([...zones, current])].sort()) {
    const area = zone.includes("/") ? (zone.split("/")[0] ?? zone) : "UTC";
    groups.set(area, [...(groups.get(area) ?? []), zone]);
  }
  // Most people here are in Europe: it stands first.
  return [...groups].sort(([a], [b]) => Number(b === "Europe") - Number(a === "Europe"));
}

/** A first call of the API, to paste into a shell. */
export function firstCall({ origin, slug, token }: { origin: string; slug: string; token: string }): string {
  return [
    `curl ${origin}/api/posts/ \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H "X-Organisation: ${slug}"`,
  ].join("\n");
}

export type Threshold = Answer<"get", "/api/thresholds/">[number];

/** A threshold as it is being written. */
export interface WrittenThreshold {
  id: string;
  from: string;
  verb: Threshold["verb"];
  needed: string;
}

/** Return what was written, lowest sum first; undefined while a field is not right. */
export function thresholdsOf(rows: readonly WrittenThreshold[]): Threshold[] | undefined {
  const found: Threshold[] = [];
  for (const { from, verb, needed } of rows) {
    const cents = parseAmount(from);
    const people = Number(needed);
    if (cents === null || !Number.isInteger(people) || people < 1 || people > 9) return undefined;
    found.push({ from_cents: cents, verb, needed: people });
  }
  return found.sort((one, other) => one.from_cents - other.from_cents);
}
