import { plural } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import type { Plan } from "./model";

const touched = ["/api/posts/", "/api/calendar/", "/api/cadence/", "/api/campaigns/"];

/** Make all of them, with one way back for all. */
export function useMake(post: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const again = () => api.refresh(queryClient, ...touched);
  const unmake = useMutation(
    api.mutationOptions("post", "/api/posts/bulk/", { onError: toastProblem, onSettled: again }),
  );
  const make = useMutation(
    api.mutationOptions("post", "/api/posts/{id}/multiply/", { onError: toastProblem, onSettled: again }),
  );
  const run = (plans: readonly Plan[]) =>
    make.mutate(
      {
        params: { path: { id: post }, header: { "Idempotency-Key": newKey() } },
        body: { drafts: plans.map(({ versions, placements }) => ({ versions, placements })) },
      },
      {
        onSuccess: ({ posts }) => {
          const words = plural(posts.length, { one: "# draft was made.", other: "# drafts were made." });
          toast(words, {
            undo: () =>
              unmake.mutate({
                params: { header: { "Idempotency-Key": newKey() } },
                body: { action: "delete", posts, hours: 0, note: "", undo: "" },
              }),
          });
          onDone();
        },
      },
    );
  return { run, isPending: make.isPending };
}
