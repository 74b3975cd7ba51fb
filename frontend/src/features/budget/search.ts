import { type Given, given, oneOf, uuid } from "~/lib/search";

export const views = [
  "overview",
  "digital",
  "requests",
  "expenses",
  "invoices",
  "import",
  "suppliers",
  "ceilings",
] as const;
export type View = (typeof views)[number];

/** What the digital share is counted of: the period, every period of its year, one campaign. */
export const scopes = ["period", "year", "campaign"] as const;
export type Scope = (typeof scopes)[number];

/** `request`, `supplier`: one of them, opened: where messages lead. */
export const budgetSearch = ({ period, view, request, supplier, scope, campaign }: Given) =>
  given({
    period: uuid(period),
    view: oneOf(view, views),
    request: uuid(request),
    supplier: uuid(supplier),
    scope: oneOf(scope, scopes),
    campaign: uuid(campaign),
  });
export type BudgetSearch = ReturnType<typeof budgetSearch>;
