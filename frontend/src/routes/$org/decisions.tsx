import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { api } from "~/api/client";
import { Decisions } from "~/features/decisions/decisions";
import { type DecisionsSearch, decisionsSearch } from "~/features/decisions/search";
import { CorrectionsToDecide } from "~/features/takeback/corrections-to-decide";

export const Route = createFileRoute("/$org/decisions")({
  validateSearch: decisionsSearch,
  // Asked while the screen's own code still comes.
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(
      api.queryOptions("get", "/api/decisions/", { params: { query: { state: "open" } } }),
    );
  },
  component: DecisionsPage,
});

function DecisionsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (next: DecisionsSearch, replace = false) => void navigate({ search: next, replace, resetScroll: false }),
    [navigate],
  );
  return <Decisions search={search} onSearch={onSearch} above={<CorrectionsToDecide />} />;
}
