import { createFileRoute } from "@tanstack/react-router";
import { Ledger } from "~/features/ledger/ledger";
import { fitting, given, pageNumber } from "~/lib/search";

/** What was sent on one channel, by month. */
export const Route = createFileRoute("/$org/channels_/$id/sent")({
  validateSearch: ({ month, page }: Record<string, unknown>) =>
    given({ month: fitting(month, /^\d{4}-\d{2}$/), page: pageNumber(page) }),
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
