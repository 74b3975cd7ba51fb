import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { cardsOf, kept, type PostCard } from "~/lib/cards";
import { addDays, dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { whenIdle } from "~/lib/when-idle";
import { placementsOptions } from "./asked";
import { filtered } from "./filter";
import type { CalendarSearch } from "./search";
import { useGrouped } from "./use-grouped";

/** The cards of these days that pass the filters, by day; the days before and after are fetched ahead. */
export function usePlacements(first: string, count: number, search: CalendarSearch) {
  const { zone } = useFormat();
  const queryClient = useQueryClient();
  const { q } = search;
  const query = useQuery(placementsOptions(first, count, zone, q));

  useEffect(() => {
    if (!query.data || q) return;
    // Once what is on screen has its pictures: the days beside it must not take the way from them.
    return whenIdle(() => {
      for (const start of [addDays(first, count), addDays(first, -count)]) {
        void queryClient.prefetchQuery(placementsOptions(start, count, zone, undefined));
      }
    });
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
