import { createFileRoute } from "@tanstack/react-router";
import { PrintWeek } from "~/features/exchange/print-week";
import { isDay } from "~/lib/is-day";
import { type Given, given } from "~/lib/search";

export const Route = createFileRoute("/$org/print/week")({
  validateSearch: ({ date }: Given) => given({ date: typeof date === "string" && isDay(date) ? date : undefined }),
  component: Screen,
});

function Screen() {
  return <PrintWeek date={Route.useSearch().date} />;
}
