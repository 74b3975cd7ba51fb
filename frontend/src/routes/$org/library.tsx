import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { Library } from "~/features/library/library";
import { librarySearch, type Search, withoutDefaults } from "~/features/library/search";

export const Route = createFileRoute("/$org/library")({
  validateSearch: librarySearch,
  component: Screen,
});

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (change: Partial<Search>) =>
      void navigate({
        search: (now) => withoutDefaults({ ...now, ...change }),
        replace: change.q !== undefined,
        resetScroll: false,
      }),
    [navigate],
  );
  return <Library search={search} onSearch={onSearch} />;
}
