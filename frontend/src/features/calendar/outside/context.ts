import { useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo } from "react";
import { api } from "~/api/client";
import { spanOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import type { CalendarSearch } from "../search";
import type { Slot } from "../slots";
import { areShown, byDay, countOf, inSlot, type OutsideByDay, type OutsidePost } from "./model";

const nothing: OutsideByDay = new Map();
const none: readonly OutsidePost[] = [];

/** What was posted elsewhere on the days on show. */
export const OutsideContext = createContext<OutsideByDay>(nothing);

export function useOutside(first: string, count: number, search: CalendarSearch, isThere: boolean): OutsideByDay {
  const { zone } = useFormat();
  const isShown = areShown(search);
  const query = { ...spanOf(first, count, zone), ...(search.q ? { q: search.q } : {}) };
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/outside/", { params: { query } }),
    enabled: isShown && isThere,
  });
  return useMemo(() => (isShown && data ? byDay(data, search) : nothing), [data, isShown, search]);
}

export const useOutsideIn = (slot: Slot): readonly OutsidePost[] =>
  inSlot(use(OutsideContext).get(slot.day) ?? none, slot);

export const useOutsideCount = (day: string): number => countOf(use(OutsideContext).get(day) ?? none);
