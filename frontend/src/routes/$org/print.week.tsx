import { createFileRoute } from "@tanstack/react-router";
import { PrintWeek } from "~/features/exchange/print-week";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const Route = createFileRoute("/$org/print/week")({
  validateSearch: ({ date }: Record<string, unknown>): { date?: string } =>
    typeof date === "string" && DAY.test(date) && !Number.isNaN(Date.parse(date)) ? { date } : {},
  component: Screen,
});

function Screen() {
  return <PrintWeek date={Route.useSearch().date} />;
}
