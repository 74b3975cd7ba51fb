import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import * as v from "valibot";
import { Posts, type PostsSearch, states } from "~/features/posts/posts";

export const Route = createFileRoute("/$org/posts/")({
  validateSearch: v.object({
    q: v.optional(v.fallback(v.string(), "")),
    state: v.optional(v.fallback(v.picklist(["", ...states]), "")),
    untimed: v.optional(v.fallback(v.boolean(), false)),
    page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)),
  }),
  component: Screen,
});

function Screen() {
  const { q = "", state = "", untimed = false, page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (change: Partial<PostsSearch>) =>
      void navigate({
        search: (now) => {
          const next = { ...now, ...change };
          return {
            ...(next.q ? { q: next.q } : {}),
            ...(next.state ? { state: next.state } : {}),
            ...(next.untimed ? { untimed: true } : {}),
            ...(next.page && next.page > 1 ? { page: next.page } : {}),
          };
        },
        replace: true,
      }),
    [navigate],
  );
  return <Posts search={{ q, state, untimed, page }} onSearch={onSearch} />;
}
