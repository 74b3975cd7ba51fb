import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import type { Medium, PlainLine } from "./model";

/** What reads otherwise after money was planned, asked for or booked. */
const touched = [
  "/api/digital-share/",
  "/api/ceilings/",
  "/api/hours/",
  "/api/periods/",
  "/api/lines/",
  "/api/entries/",
  "/api/requests/",
  "/api/decisions/",
  "/api/suppliers/",
  "/api/invoices/",
  "/api/payments/",
  "/api/statements/",
  "/api/transactions/",
];

/** Ask again for everything about money. */
export function useMoneyAgain(): () => void {
  const queryClient = useQueryClient();
  return () => void api.refresh(queryClient, ...touched);
}

export const usePeriods = () => useQuery(api.queryOptions("get", "/api/periods/"));

/** The media table by code: it changes with Carillon, not with the day. */
export function useMedia(): ReadonlyMap<string, Medium> {
  const { data } = useQuery({ ...api.queryOptions("get", "/api/mediums/"), staleTime: 60 * 60_000 });
  return useMemo(() => new Map((data ?? []).map((medium) => [medium.code, medium])), [data]);
}

/** The lines of a period to choose from, without any spending: people who may only ask see these too. */
export function useLines(period: string): readonly PlainLine[] {
  const { data } = useQuery(api.queryOptions("get", "/api/lines/", { params: { query: { period } } }));
  return data ?? [];
}

export function useCampaigns() {
  const { data } = useQuery(api.queryOptions("get", "/api/campaigns/"));
  return data?.results ?? [];
}

/** Whether the person may let a line go beyond its plan: a holder of the right of the highest threshold. */
export function useMayBeyond(): boolean {
  const may = useMay();
  const { data } = useQuery({ ...api.queryOptions("get", "/api/thresholds/"), enabled: may("decide_money") });
  const highest = data?.at(-1);
  return highest !== undefined && may(highest.verb);
}

/** The organisation's country, for the usual VAT rates. */
export function useCountry(): string | undefined {
  const { data } = useQuery({ ...api.queryOptions("get", "/api/organisation/"), staleTime: 60 * 60_000 });
  return data?.country;
}
