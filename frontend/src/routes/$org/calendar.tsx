import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { meOptions } from "~/api/me";
import { useWaysToBegin } from "~/components/use-ways-to-begin";
import { Calendar } from "~/features/calendar/calendar";
import { asServerKnows } from "~/features/calendar/filter";
import { calendarSearch } from "~/features/calendar/search";
import { useExchangeMenu } from "~/features/exchange/menu";

const FeedsDialog = lazy(() => import("~/features/exchange/feeds-dialog"));

export const Route = createFileRoute("/$org/calendar")({
  validateSearch: calendarSearch,
  loaderDeps: ({ search }) => search,
  // In a file of its own: what the calendar reckons with is no part of the first load.
  loader: async ({ context: { queryClient }, params, deps }) => {
    const me = queryClient.getQueryData(meOptions().queryKey);
    if (me) (await import("~/features/calendar/asked")).askAhead(queryClient, me, params.org, deps);
  },
  component: CalendarPage,
});

function CalendarPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const menu = useExchangeMenu();
  const ways = useWaysToBegin();
  const [isFeeding, setFeeding] = useState(false);
  const { q, ...lists } = asServerKnows(search);
  const filters = { ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.join(",")])), q };
  return (
    <>
      <Calendar
        search={search}
        onSearch={(change) => void navigate({ search: change })}
        more={(days) => [
          ...(ways.length > 0 ? [{ items: ways }] : []),
          ...menu({ days, filters, onFeeds: () => setFeeding(true) }),
        ]}
      />
      <Suspense fallback={null}>
        {isFeeding && <FeedsDialog choice={lists} onClose={() => setFeeding(false)} />}
      </Suspense>
    </>
  );
}
