import { createFileRoute } from "@tanstack/react-router";
import { Calendar } from "~/features/calendar/calendar";
import { calendarSearch } from "~/features/calendar/search";

export const Route = createFileRoute("/$org/calendar")({ validateSearch: calendarSearch, component: CalendarPage });

function CalendarPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Calendar search={search} onSearch={(next) => void navigate({ search: next, replace: false })} />;
}
