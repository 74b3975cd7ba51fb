import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import type { Campaign } from "../model";

/** What the act on many posts leaves open here. */
const whole = { hours: 0, note: "", undo: "" };

/** Give many posts a campaign at once, with one way back. */
export function useAssign(onDone: () => void) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const bulk = useMutation(
    api.mutationOptions("post", "/api/posts/bulk/", {
      onError: toastProblem,
      onSettled: () => api.refresh(queryClient, "/api/posts/", "/api/campaigns/", "/api/cadence/", "/api/calendar/"),
    }),
  );
  const header = () => ({ header: { "Idempotency-Key": newKey() } });
  const run = (posts: string[], campaign: Campaign | undefined) => {
    if (!campaign) return;
    bulk.mutate(
      { params: header(), body: { ...whole, action: "campaign", posts, campaign: campaign.id } },
      {
        onSuccess: ({ done, stayed, undo, rows }) => {
          const { name } = campaign;
          const words = plural(done, {
            one: `# post belongs to “${name}” now.`,
            other: `# posts belong to “${name}” now.`,
          });
          toast(
            words,
            undo ? { undo: () => bulk.mutate({ params: header(), body: { ...whole, action: "undo", undo } }) } : {},
          );
          const reason = rows.find(({ is_done }) => !is_done)?.message;
          if (stayed && reason) toastProblem({ message: t`${stayed} stayed as they were: ${reason}` });
          onDone();
        },
      },
    );
  };
  return { run, isPending: bulk.isPending };
}
