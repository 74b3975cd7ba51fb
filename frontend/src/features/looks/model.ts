import type { Answer } from "~/api/client";

export type Delivery = Answer<"get", "/api/deliveries/{id}/">;
export type Attempt = Delivery["attempts"][number];
export type Shown = Answer<"post", "/api/deliveries/{id}/recent/">[number];

/** What kind of call an attempt was, from the name of its step. */
export type Call = "look" | "picture" | "alt" | "prepare" | "send";

export function callOf({ is_look, step }: Pick<Attempt, "is_look" | "step">): Call {
  if (is_look) return "look";
  if (step.startsWith("picture") || step.startsWith("item")) return "picture";
  if (step.startsWith("alt")) return "alt";
  return step === "container" || step === "ready" ? "prepare" : "send";
}

/** How many posts a look found that fit, from the engine's note "1 of 3 match"; null where it says nothing of the kind. */
export function fitting({ is_look, detail }: Pick<Attempt, "is_look" | "detail">): number | null {
  const found = is_look ? detail.match(/^(\d+) of \d+ match$/) : null;
  return found ? Number(found[1]) : null;
}

/** What the account shows with those first that say what was sent, and other posts of ours last; else newest first. */
export function inOrder(shown: readonly Shown[]): Shown[] {
  const rank = ({ is_likely, is_known }: Shown) => (is_likely ? 0 : is_known ? 2 : 1);
  return [...shown].sort((a, b) => rank(a) - rank(b));
}

/** The one shown post that says what was sent; undefined when none does, or several. */
export function likely(shown: readonly Shown[]): Shown | undefined {
  const fit = shown.filter(({ is_likely }) => is_likely);
  return fit.length === 1 ? fit[0] : undefined;
}
