import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { Posts, type PostsSearch } from "~/features/posts/posts";
import { postsSearch } from "~/features/posts/search";

export const Route = createFileRoute("/$org/posts/")({
  validateSearch: postsSearch,
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
          return postsSearch({ ...next, page: next.page === 1 ? undefined : next.page });
        },
        replace: true,
      }),
    [navigate],
  );
  return <Posts search={{ q, state, untimed, page }} onSearch={onSearch} />;
}
