import { type Given, given, oneOf, uuid } from "~/lib/search";

export const views = ["overview", "requests", "expenses", "suppliers"] as const;
export type View = (typeof views)[number];

/** `request`, `supplier`: one of them, opened: where messages lead. */
export const budgetSearch = ({ period, view, request, supplier }: Given) =>
  given({ period: uuid(period), view: oneOf(view, views), request: uuid(request), supplier: uuid(supplier) });
export type BudgetSearch = ReturnType<typeof budgetSearch>;
