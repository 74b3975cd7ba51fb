import * as v from "valibot";

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined);

export const views = ["overview", "requests", "expenses"] as const;
export type View = (typeof views)[number];

export const budgetSearch = v.object({
  period: id,
  view: v.fallback(v.optional(v.picklist(views)), undefined),
  /** One request, opened: where messages lead. */
  request: id,
});
export type BudgetSearch = v.InferOutput<typeof budgetSearch>;
