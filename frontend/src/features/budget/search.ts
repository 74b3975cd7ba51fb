import { type Given, given, oneOf, uuid } from "~/lib/search";

export const views = ["overview", "requests", "expenses"] as const;
export type View = (typeof views)[number];

/** `request`: one request, opened: where messages lead. */
export const budgetSearch = ({ period, view, request }: Given) =>
  given({ period: uuid(period), view: oneOf(view, views), request: uuid(request) });
export type BudgetSearch = ReturnType<typeof budgetSearch>;
