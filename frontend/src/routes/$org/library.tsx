import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import * as v from "valibot";
import { Library } from "~/features/library/library";

export const Route = createFileRoute("/$org/library")({
  validateSearch: v.object({
    q: v.optional(v.fallback(v.string(), "")),
    show: v.optional(v.fallback(v.string(), "")),
  }),
  component: Screen,
});

function Screen() {
  const { q = "", show = "" } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (change: { q?: string; show?: string }) =>
      void navigate({
        search: (now) => {
          const next = { ...now, ...change };
          return { ...(next.q ? { q: next.q } : {}), ...(next.show ? { show: next.show } : {}) };
        },
        replace: change.q !== undefined,
        resetScroll: false,
      }),
    [navigate],
  );
  return <Library q={q} show={show} onSearch={onSearch} />;
}
