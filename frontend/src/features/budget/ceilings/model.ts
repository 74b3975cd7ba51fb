import type { components } from "~/api/schema.gen";

type Schemas = components["schemas"];
export type Ceiling = Schemas["CeilingShown"];
export type CeilingOfLaw = Schemas["CeilingOfLaw"];
export type RuleInForce = Schemas["RuleInForce"];

/** Return those that hold now first, then what is to come, then what is over. */
export function inOrder(found: readonly Ceiling[]): Ceiling[] {
  const weight = { running: 0, ahead: 1, over: 2 };
  return [...found].sort((one, other) => weight[one.state] - weight[other.state]);
}

/** How much of the bar is spent, and how much promised: shares of one, together never more than the whole. */
export function parts({ spent_cents, committed_cents, cap_cents }: Ceiling): { spent: number; committed: number } {
  const spent = Math.min(1, Math.max(0, spent_cents / cap_cents));
  return { spent, committed: Math.min(1 - spent, Math.max(0, committed_cents / cap_cents)) };
}
