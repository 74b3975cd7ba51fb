import { useMutation, useQuery } from "@tanstack/react-query";
import { api, client } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { toast, toastProblem } from "~/components/toast";
import { useMoneyAgain } from "../queries";

type Schemas = components["schemas"];
export type Invoice = Schemas["InvoiceShown"];
export type DocumentOf = Schemas["DocumentShown"];

export const useInvoices = (most: number) =>
  useQuery({
    ...api.queryOptions("get", "/api/invoices/", { params: { query: { page_size: most } } }),
    placeholderData: (old) => old,
  });

export type Standing =
  | "to_book"
  | "to_pay"
  | "part_paid"
  | "paid"
  | "to_credit"
  | "credited"
  | "set_aside"
  /** To be paid, and its day is over. */
  | "late";

/** What an invoice waits for on that day ("2026-11-26"). */
export function standingOf({ state, due_on }: Pick<Invoice, "state" | "due_on">, today: string): Standing {
  const isOpen = state === "to_book" || state === "to_pay" || state === "part_paid";
  return isOpen && due_on && due_on < today ? "late" : (state as Standing);
}

/** Send a file to where it belongs. */
export async function sendDocument(file: File, place: { request?: string; entry?: string; invoice?: string }) {
  const body = new FormData();
  body.set("file", file);
  for (const [name, id] of Object.entries(place)) body.set(name, id);
  // The generated type says text where a file is meant.
  await client.POST("/api/documents/", { body: body as never, bodySerializer: () => body });
}

/** Attach files; what could not be kept says why, the others are kept. */
export function useAttach(place: { request?: string; entry?: string; invoice?: string }, done: string) {
  const again = useMoneyAgain();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await sendDocument(file, place);
    },
    onSuccess: () => toast(done),
    onError: toastProblem,
    onSettled: again,
  });
}
