import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Answer, api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import type { PostCard } from "~/lib/cards";

type Placements = Answer<"get", "/api/calendar/">;
const touched = ["/api/calendar/", "/api/cadence/", "/api/posts/", "/api/decisions/", "/api/campaigns/"];

/** What a card's menu does beside moving. */
export function usePostActs() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { slug } = useOrganisation();
  return useMemo(() => {
    const path = (card: PostCard) => ({ params: { path: { id: card.post } } });
    const again = () => api.refresh(queryClient, ...touched);
    const restore = async (card: PostCard) => {
      try {
        await api.send("post", "/api/posts/{id}/restore/", path(card));
        toast(t`The post is back, as a draft.`);
      } catch (error) {
        toastProblem(asProblem(error));
      }
      await again();
    };
    return {
      duplicate: async (card: PostCard) => {
        try {
          const header = { "Idempotency-Key": crypto.randomUUID() };
          const params = { path: { id: card.post }, header };
          const copy = await api.send("post", "/api/posts/{id}/duplicate/", { params });
          void api.refresh(queryClient, "/api/posts/");
          await navigate({ to: `/${slug}/posts/${copy.id}` as string });
          toast(t`This is the copy. It has no time yet.`);
        } catch (error) {
          toastProblem(asProblem(error));
        }
      },
      remove: async (card: PostCard) => {
        queryClient.setQueriesData<Placements>(
          { predicate: ({ queryKey }) => queryKey[1] === "/api/calendar/" },
          (old) => old?.filter(({ post }) => post !== card.post),
        );
        try {
          await api.send("delete", "/api/posts/{id}/", path(card));
          toast(t`Deleted.`, { undo: () => void restore(card) });
        } catch (error) {
          toastProblem(asProblem(error));
        }
        await again();
      },
    };
  }, [t, queryClient, navigate, slug]);
}
