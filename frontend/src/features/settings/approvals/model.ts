import type { components } from "~/api/schema.gen";
import { parseAmount, writeAmount } from "~/lib/amount";
import type { Role } from "../model";

export type Route = components["schemas"]["RouteOf"];
export type RouteStep = components["schemas"]["RouteStepOf"];
export type StepShown = components["schemas"]["StepShown"];
export type Away = components["schemas"]["Away"];
export type Kind = Route["kind"];

/** What somebody is writing about a route: sums as they are typed. */
export interface Written {
  kind: Kind;
  campaigns: string[];
  channels: string[];
  languages: string[];
  from: string;
  below: string;
  is_on: boolean;
  steps: WrittenStep[];
}

export interface WrittenStep {
  id: string;
  is_all: boolean;
  needed: number;
  roles: Role[];
  people: string[];
}

export const newStep = (): WrittenStep => ({
  id: crypto.randomUUID(),
  is_all: false,
  needed: 1,
  roles: [],
  people: [],
});

export const written = (route?: Route): Written => ({
  kind: route?.kind ?? "post",
  campaigns: route?.campaigns ?? [],
  channels: route?.channels ?? [],
  languages: route?.languages ?? [],
  from: route?.from_cents == null ? "" : writeAmount(route.from_cents),
  below: route?.below_cents == null ? "" : writeAmount(route.below_cents),
  is_on: route?.is_on ?? true,
  steps: route
    ? route.steps.map(({ is_all = false, needed = 1, roles = [], people = [] }) => ({
        id: crypto.randomUUID(),
        is_all,
        needed,
        roles,
        people,
      }))
    : [newStep()],
});

const sumOf = (typed: string): number | null => (typed.trim() ? parseAmount(typed) : null);

export const isSum = (typed: string): boolean => !typed.trim() || parseAmount(typed) !== null;

/** Return the route as the server takes it. What does not belong to its kind is left out. */
export function routeOf({
  kind,
  campaigns,
  channels,
  languages,
  from,
  below,
  is_on,
  steps,
}: Written): Omit<Route, "id"> {
  const isPost = kind === "post";
  return {
    kind,
    campaigns,
    channels: isPost ? channels : [],
    languages: (isPost ? languages : []) as Route["languages"] & string[],
    from_cents: isPost ? null : sumOf(from),
    below_cents: isPost ? null : sumOf(below),
    is_on,
    steps: steps.map(({ is_all, needed, roles, people }) => ({ is_all, needed, roles, people })),
  };
}

/** Put in or take out. */
export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
