import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { api } from "~/api/client";
import { cardsOf, kept, type PostCard } from "~/lib/cards";
import { addDays, dayOf, spanOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { filtered } from "./filter";
import type { CalendarSearch } from "./search";
import { useGrouped } from "./use-grouped";

const options = (first: string, count: number, zone: string, q: string | undefined) =>
  api.queryOptions("get", "/api/calendar/", {
    params: { query: { ...spanOf(first, count, zone), ...(q ? { q } : {}) } },
  });

/** The cards of these days that pass the filters, by day; the days before and after are fetched ahead. */
export function usePlacements(first: string, count: number, search: CalendarSearch) {
  const { zone } = useFormat();
  const queryClient = useQueryClient();
  const { q } = search;
  const query = useQuery(options(first, count, zone, q));

  useEffect(() => {
    if (!query.data || q) return;
    for (const start of [addDays(first, count), addDays(first, -count)]) {
      void queryClient.prefetchQuery(options(start, count, zone, undefined));
    }
  }, [query.data, first, count, zone, q, queryClient]);

  const before = useRef<ReadonlyMap<string, PostCard>>(new Map());
  const cards = useMemo(() => {
    const now = kept(before.current, cardsOf(filtered(query.data ?? [], search)));
    before.current = new Map(now.map((card) => [card.key, card]));
    return now;
  }, [query.data, search]);
  const byDay = useGrouped(
    cards,
    useCallback((card: PostCard) => dayOf(card.at, zone), [zone]),
  );
  return { query, cards, byDay };
}

export type CardsByDay = ReturnType<typeof usePlacements>["byDay"];
