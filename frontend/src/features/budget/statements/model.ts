import type { components } from "~/api/schema.gen";

type Schemas = components["schemas"];
export type Read = Schemas["StatementRead"];
export type Movement = Schemas["TransactionShown"];
export type Match = Schemas["MatchShown"];
export type Taken = Schemas["StatementTaken"];

export type Payment = Schemas["PaymentShown"];

export const movementStates = ["waits", "came_in", "settled", "aside"] as const;
export type MovementState = (typeof movementStates)[number];

/** How much of a file is new, known already, corrected since, and cannot be read. `another`: rows that a person says are not the known ones. */
export function counts(read: Read, another: readonly number[] = []) {
  const rows = [...read.movements, ...read.spends];
  const bad = rows.filter(({ problems }) => problems.length > 0).length;
  const known = rows.filter(({ is_known, problems }) => is_known && problems.length === 0).length - another.length;
  const changed = read.spends.filter(isChanged).length;
  return { fresh: rows.length - bad - known, known, bad, changed };
}

/** The platform says another amount than the one that is booked. */
export const isChanged = ({ was_cents, cents }: Pick<Read["spends"][number], "was_cents" | "cents">): boolean =>
  was_cents !== null && was_cents !== cents;

/** The payments that may have come back with a movement: those proposed first, then the others that are large enough, the newest first. */
export function returnables(payments: readonly Payment[], { matches, cents, currency, on }: Movement) {
  const days = new Map(payments.map((payment) => [payment.id, payment.on]));
  const proposed = matches.map((match) => ({ ...match, on: days.get(match.id) ?? "" }));
  const others = payments
    .filter((payment) => !payment.reverses && !payment.reversed_by && payment.currency === currency)
    .filter((payment) => payment.on <= on && payment.cents - payment.given_back_cents >= cents)
    .filter(({ id }) => !matches.some((match) => match.id === id))
    .map((payment) => ({
      id: payment.id,
      title: payment.to_name || payment.supplier_name || payment.settles[0]?.line_name || "",
      cents: payment.cents - payment.given_back_cents,
      on: payment.on,
    }));
  return [...proposed, ...others];
}

interface Given {
  line: string;
  vat_cents: number;
  lowers?: boolean;
}

/** What is sent for what was chosen: "invoice:<id>", "expense:<id>", "request:<id>", "line", or "payment:<id>" for one that came back. */
export function settleBody(what: string, { line, vat_cents, lowers = false }: Given) {
  const [kind, id = ""] = what.split(":");
  return {
    invoice: kind === "invoice" ? id : null,
    entries: kind === "expense" ? [id] : [],
    request: kind === "request" ? id : null,
    line: kind === "line" || kind === "invoice" ? line || null : null,
    vat_cents: kind === "line" || kind === "request" ? vat_cents : 0,
    closes: false,
    payment: kind === "payment" ? id : null,
    lowers: kind === "payment" && lowers,
  };
}
