import type { QueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { type Me, organisationIn } from "~/api/me";
import { dayOf, spanOf } from "~/lib/days";
import { isWideNow } from "~/lib/use-media";
import { daysIn } from "./period";
import type { CalendarSearch } from "./search";

/** What is planned on so many days from the first, as the organisation's zone counts days. */
export const placementsOptions = (first: string, count: number, zone: string, q: string | undefined) =>
  api.queryOptions("get", "/api/calendar/", {
    params: { query: { ...spanOf(first, count, zone), ...(q ? { q } : {}) } },
  });

/** The question the calendar is about to ask is on its way while the calendar's own code still comes. */
export function askAhead(queryClient: QueryClient, me: Me, slug: string, search: CalendarSearch): void {
  const zone = organisationIn(me, slug)?.time_zone;
  if (!zone) return;
  const date = search.date ?? dayOf(new Date(), zone);
  const days = daysIn(search.view ?? (isWideNow() ? "week" : "agenda"), date);
  void queryClient.prefetchQuery(placementsOptions(days[0] ?? date, days.length, zone, search.q));
}
