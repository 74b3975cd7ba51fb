import { useLingui } from "@lingui/react/macro";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Answer, api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import { movable, type PostCard } from "~/lib/cards";
import { toInstant, toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { isAskedAgain } from "./asked-again";

type Placements = Answer<"get", "/api/calendar/">;

/** In every calendar that was read, these placements stand at that moment. */
function place(queryClient: QueryClient, ids: ReadonlySet<string>, at: string, local: string) {
  queryClient.setQueriesData<Placements>({ predicate: ({ queryKey }) => queryKey[1] === "/api/calendar/" }, (old) =>
    old?.map((placed) => (ids.has(placed.id) ? { ...placed, planned_at: at, local_time: local } : placed)),
  );
}

/** `move(card, "2026-11-24T09:00")`, in the organisation's zone: on screen at once, taken back with a reason when refused, with an undo. */
export function useMove(): (card: PostCard, local: string) => Promise<void> {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const format = useFormat();
  const { zone } = format;

  return useCallback(
    async (card, local) => {
      const at = toInstant(local, zone);
      const placements = movable(card);
      const ids = new Set(placements.map(({ id }) => id));
      const when = format.dateTime(at);
      if (Date.parse(at) <= Date.now()) {
        toast(t`${when} has passed. Choose a time in the future.`, { tone: "failed" });
        return;
      }
      if (ids.size === 0 || Date.parse(at) === Date.parse(card.at)) return;
      const there = toLocal(at, card.zone);
      const before = card.placements[0]?.local_time ?? toLocal(card.at, card.zone);
      await queryClient.cancelQueries({ predicate: ({ queryKey }) => queryKey[1] === "/api/calendar/" });
      place(queryClient, ids, at, there);
      const send = (time: string) =>
        api.send("post", "/api/posts/{id}/move/", {
          params: { path: { id: card.post } },
          body: { placements: [...ids], local_time: time, zone: card.zone },
        });
      const again = () => api.refresh(queryClient, "/api/calendar/", "/api/cadence/", "/api/posts/", "/api/decisions/");
      const undo = async () => {
        place(queryClient, ids, card.at, before);
        try {
          await send(before);
          toast(t`Back at ${format.dateTime(card.at)}.`);
        } catch (error) {
          place(queryClient, ids, at, there);
          toastProblem(asProblem(error));
        }
        await again();
      };
      try {
        const post = await queryClient.fetchQuery({
          ...api.queryOptions("get", "/api/posts/{id}/", { params: { path: { id: card.post } } }),
          staleTime: 0,
        });
        const words = isAskedAgain(post, await send(there))
          ? t`Moved to ${when}. It has to be approved again.`
          : t`Moved to ${when}.`;
        toast(words, Date.parse(card.at) > Date.now() ? { undo: () => void undo() } : {});
      } catch (error) {
        place(queryClient, ids, card.at, before);
        toastProblem(asProblem(error));
      }
      await again();
    },
    [t, queryClient, format, zone],
  );
}
