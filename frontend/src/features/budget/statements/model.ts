import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";

type Schemas = components["schemas"];
export type Read = Schemas["StatementRead"];
export type Movement = Schemas["TransactionShown"];
export type Match = Schemas["MatchShown"];
export type Taken = Schemas["StatementTaken"];

export const movementStates = ["waits", "settled", "aside"] as const;
export type MovementState = (typeof movementStates)[number];

export const useMovements = (state: MovementState, most: number) =>
  useQuery({
    ...api.queryOptions("get", "/api/transactions/", { params: { query: { state, page_size: most } } }),
    placeholderData: (old) => old,
  });

/** How much of a file is new, known already, and cannot be read. */
export function counts(read: Read): { fresh: number; known: number; bad: number } {
  const rows = [...read.movements, ...read.spends];
  const bad = rows.filter(({ problems }) => problems.length > 0).length;
  const known = rows.filter(({ is_known, problems }) => is_known && problems.length === 0).length;
  return { fresh: rows.length - bad - known, known, bad };
}

/** What the settle dialog sends for what was chosen: "invoice:<id>", "expense:<id>", "request:<id>" or "line". */
export function settleBody(what: string, { line, vat_cents }: { line: string; vat_cents: number }) {
  const [kind, id = ""] = what.split(":");
  return {
    invoice: kind === "invoice" ? id : null,
    entries: kind === "expense" ? [id] : [],
    request: kind === "request" ? id : null,
    line: kind === "line" || kind === "invoice" ? line || null : null,
    vat_cents: kind === "line" || kind === "request" ? vat_cents : 0,
    closes: false,
  };
}
