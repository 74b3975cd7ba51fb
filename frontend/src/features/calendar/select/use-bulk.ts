import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Answer, api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import type { PostCard } from "~/lib/cards";
import { newKey } from "~/lib/new-key";
import type { Stayed } from "./stayed";

export type BulkAct =
  | { action: "shift"; days: number; hours: number }
  | { action: "campaign"; campaign: string | null }
  | { action: "submit" }
  | { action: "duplicate"; days: number | null }
  | { action: "delete" };
type Done = Answer<"post", "/api/posts/bulk/">;

const touched = ["/api/calendar/", "/api/cadence/", "/api/posts/", "/api/decisions/", "/api/campaigns/"];
// A request keeps the posts locked: short ones let others in between, and a long one could be cut off.
const AT_ONCE = 50;

const send = (body: { action: BulkAct["action"] | "undo"; posts?: string[]; undo?: string }) =>
  api.send("post", "/api/posts/bulk/", { params: { header: { "Idempotency-Key": newKey() } }, body: body as never });

/** `act({ action: "shift", days: 1, hours: 0 }, posts, cards)`: done with each post, told in one sentence, with one undo for all. */
export function useBulk(onStayed: (stayed: Stayed[]) => void) {
  const { t } = useLingui();
  const queryClient = useQueryClient();

  return useCallback(
    async (what: BulkAct, posts: readonly string[], cards: readonly PostCard[]) => {
      const words: Record<BulkAct["action"], (n: number) => string> = {
        shift: (n) => t`${plural(n, { one: "# post moved", other: "# posts moved" })}`,
        campaign: (n) => t`${plural(n, { one: "# post changed campaign", other: "# posts changed campaign" })}`,
        submit: (n) => t`${plural(n, { one: "# post submitted", other: "# posts submitted" })}`,
        duplicate: (n) => t`${plural(n, { one: "# post duplicated", other: "# posts duplicated" })}`,
        delete: (n) => t`${plural(n, { one: "# post deleted", other: "# posts deleted" })}`,
      };
      const lines = new Map(cards.map(({ post, firstLine }) => [post, firstLine]));
      const again = () => api.refresh(queryClient, ...touched);
      const stayedIn = (done: readonly Done[]): Stayed[] =>
        done
          .flatMap(({ rows }) => rows)
          .filter(({ is_done }) => !is_done)
          .map(({ post, message }) => ({ post, message, firstLine: lines.get(post) ?? "" }));
      const count = (done: readonly Done[]) => done.reduce((sum, { done: some }) => sum + some, 0);

      const undo = async (tokens: readonly string[]) => {
        try {
          const back: Done[] = [];
          for (const token of tokens) back.push(await send({ action: "undo", undo: token }));
          const n = count(back);
          toast(t`${plural(n, { one: "# post is as it was.", other: "# posts are as they were." })}`);
          onStayed(stayedIn(back));
        } catch (error) {
          toastProblem(asProblem(error));
        }
        await again();
      };

      const done: Done[] = [];
      try {
        for (let start = 0; start < posts.length; start += AT_ONCE) {
          done.push(await send({ ...what, posts: posts.slice(start, start + AT_ONCE) }));
        }
      } catch (error) {
        toastProblem(asProblem(error)); // what was done before stays done, and can be taken back
      }
      const stayed = stayedIn(done);
      const asked = done.flatMap(({ rows }) => rows).filter((row) => row.is_asked_again).length;
      const tokens = done
        .map((one) => one.undo)
        .filter(Boolean)
        .reverse();
      const told = [
        words[what.action](count(done)),
        stayed.length > 0 && t`${plural(stayed.length, { one: "# stayed", other: "# stayed" })}`,
        asked > 0 && t`${plural(asked, { one: "# has to be approved again", other: "# have to be approved again" })}`,
      ].filter(Boolean);
      if (tokens.length > 0) toast(`${told.join(" · ")}.`, { undo: () => void undo(tokens) });
      onStayed(stayed);
      await again();
    },
    [t, queryClient, onStayed],
  );
}
