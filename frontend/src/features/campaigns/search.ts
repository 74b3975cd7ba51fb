import * as v from "valibot";

export const campaignsSearch = v.object({
  /** The archived ones instead of the running ones. */
  archived: v.fallback(v.optional(v.boolean()), undefined),
});
export type CampaignsSearch = v.InferOutput<typeof campaignsSearch>;
