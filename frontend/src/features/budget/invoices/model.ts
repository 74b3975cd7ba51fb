import type { components } from "~/api/schema.gen";
import type { Entry } from "../model";

type Schemas = components["schemas"];
export type Invoice = Schemas["InvoiceShown"];

export type Standing =
  | "to_book"
  | "to_pay"
  | "part_paid"
  | "paid"
  | "to_credit"
  | "credited"
  | "set_aside"
  /** An invoice of which credit notes took back all. */
  | "taken_back"
  /** To be paid, and its day is over. */
  | "late";

/** What an invoice waits for on that day ("2026-11-26"). */
export function standingOf(
  { kind, state, due_on }: Pick<Invoice, "kind" | "state" | "due_on">,
  today: string,
): Standing {
  if (kind === "invoice" && state === "credited") return "taken_back";
  const isOpen = state === "to_book" || state === "to_pay" || state === "part_paid";
  return isOpen && due_on && due_on < today ? "late" : (state as Standing);
}

/** What is to be booked of it: less its credit notes. */
export const dueOf = ({ due_net_cents, due_vat_cents }: Invoice) => ({
  net_cents: due_net_cents,
  vat_cents: due_vat_cents,
});

/** The expenses without an invoice that this one may stand behind: of the same supplier or the very amount first, then the newest. */
export function candidatesOf(entries: readonly Entry[], invoice: Invoice): Entry[] {
  const gross = invoice.due_net_cents + invoice.due_vat_cents;
  const points = (each: Entry) =>
    (each.supplier.toLowerCase() === invoice.supplier_name.toLowerCase() ? 2 : 0) +
    (each.net_cents + each.vat_cents === gross ? 1 : 0);
  return entries
    .filter((each) => !each.invoice && !each.reverses && !each.reversed_by && each.net_cents + each.vat_cents <= gross)
    .sort((one, other) => points(other) - points(one) || other.on.localeCompare(one.on));
}
