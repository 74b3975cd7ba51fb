import * as v from "valibot";

/** What somebody typed into the address must never break the screen: anything else counts as not given. */
export const decisionsSearch = v.object({
  /** The card on screen. */
  show: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
  kind: v.fallback(v.optional(v.picklist(["post", "money"])), undefined),
  /** What was decided instead of what waits. */
  past: v.fallback(v.optional(v.boolean()), undefined),
});
export type DecisionsSearch = v.InferOutput<typeof decisionsSearch>;
