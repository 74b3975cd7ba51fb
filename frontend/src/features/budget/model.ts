import type { components } from "~/api/schema.gen";

type Schemas = components["schemas"];
export type Period = Schemas["PeriodOfBudget"];
export type Overview = Schemas["PeriodOverview"];
export type Line = Schemas["LineInOverview"];
export type PlainLine = Schemas["LineOfBudget"];
export type Share = Schemas["ShareShown"];
export type Month = Schemas["MonthOfBudget"];
export type Medium = Schemas["MediumInTable"];
export type Request = Schemas["RequestInBudget"];
export type Entry = Schemas["EntryInLedger"];
export type Figure = "paid_media" | "full_cost";

/** Return the lines in two groups: what buys somebody else's audience, and what counts only in the full cost. */
export function grouped(lines: readonly Line[]): { paid: Line[]; others: Line[] } {
  return { paid: lines.filter((line) => line.is_paid_media), others: lines.filter((line) => !line.is_paid_media) };
}

/** The longest amount among the lines: all their bars are drawn on its scale. */
export const scaleOf = (lines: readonly Line[]): number =>
  Math.max(
    1,
    ...lines.map(({ planned_cents, committed_cents, spent_cents }) =>
      Math.max(planned_cents, committed_cents + spent_cents),
    ),
  );

export const nameOfLine = (line: { name: string }, label: string): string => line.name || label;

/** What an amount costs: with VAT, unless the organisation recovers it. */
export const costOf = (amount: { net_cents: number; vat_cents: number }, recovers: boolean): number =>
  recovers ? amount.net_cents : amount.net_cents + amount.vat_cents;

/** Return the period that holds this day, else the newest. Days are "2026-11-24". */
export function periodOn(periods: readonly Period[], day: string): Period | undefined {
  return periods.find(({ starts_on, ends_on }) => starts_on <= day && day <= ends_on) ?? periods[0];
}

/** Return round figures from 0 up to at least `most`, at most four steps: the lines of a chart. */
export function ticks(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => Math.round(index * step));
}

/** A month's bar: digital below, other above, in cents; `permille` null when nothing was spent. */
export interface Column {
  month: string;
  digital: number;
  other: number;
  permille: number | null;
}

export function columns(months: readonly Month[], figure: Figure): Column[] {
  return months.map(({ month, shares }) => {
    const { digital_cents, all_cents, permille } = shares[figure];
    return { month, digital: digital_cents, other: all_cents - digital_cents, permille };
  });
}

/** Usual VAT rates in per cent, the standard one first. Sources: the ministries of finance, as of 2026. */
const RATES: Record<string, readonly number[]> = {
  BE: [21, 12, 6, 0],
  FR: [20, 10, 5.5, 0],
  NL: [21, 9, 0],
  DE: [19, 7, 0],
  LU: [17, 14, 8, 0],
};
export const ratesIn = (country: string | undefined): readonly number[] => RATES[country ?? ""] ?? [21, 0];

/** What the server says when reach cannot be bought: the rule, and what is lawful instead. */
export interface Forbidden {
  message: string;
  platform: string;
  rule: string;
  since: string;
  source: string;
  url: string;
  /** Codes of media. */
  alternatives: string[];
  /** A seller that does not sell, a gift that is forbidden, or a means that is closed for now. */
  kind: "reach" | "gift" | "means";
  /** It was to be booked, not asked for. */
  isExpense: boolean;
  /** The rule in the reader's words. */
  summary: string;
}

const KINDS: Record<string, Forbidden["kind"]> = {
  "reach-cannot-be-bought": "reach",
  "gift-cannot-be-paid": "gift",
  "gift-cannot-be-booked": "gift",
  "purchase-forbidden": "means",
};

export function forbiddenOf(problem: {
  problem: string;
  message: string;
  params: Record<string, unknown>;
  body: unknown;
}) {
  const kind = KINDS[problem.problem];
  if (!kind) return undefined;
  const { params } = problem;
  const body = (problem.body ?? {}) as { rule_url?: unknown; alternatives?: unknown; summary?: unknown };
  const alternatives = Array.isArray(body.alternatives) ? body.alternatives.map(String) : [];
  const forbidden: Forbidden = {
    message: problem.message,
    platform: String(params.platform ?? ""),
    rule: String(params.rule ?? ""),
    since: String(params.since ?? ""),
    source: String(params.source ?? ""),
    url: String(body.rule_url ?? ""),
    alternatives,
    kind,
    isExpense: problem.problem === "gift-cannot-be-booked",
    summary: String(body.summary ?? ""),
  };
  return forbidden;
}

/** Nobody has said yes or no yet: it can still be changed. */
export const isUndecided = ({ state }: Pick<Request, "state">): boolean =>
  state === "open" || state === "changes_asked" || state === "expired";
