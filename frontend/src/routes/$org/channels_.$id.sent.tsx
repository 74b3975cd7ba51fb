import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { Ledger } from "~/features/ledger/ledger";

/** What was sent on one channel, by month. */
export const Route = createFileRoute("/$org/channels_/$id/sent")({
  validateSearch: v.object({
    month: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2})?$/)), "")),
    page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
  }),
  component: Screen,
});

function Screen() {
  const { id } = Route.useParams();
  const { month = "", page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Ledger
      id={id}
      month={month}
      page={page}
      onSearch={(next) =>
        void navigate({
          search: { ...(next.month ? { month: next.month } : {}), ...(next.page > 1 ? { page: next.page } : {}) },
          replace: true,
        })
      }
    />
  );
}
