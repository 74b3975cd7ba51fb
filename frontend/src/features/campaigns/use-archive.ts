import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import type { Campaign } from "./model";

/** Put a campaign out of the way or bring it back, each with a way back. */
export function useArchive() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const again = () => api.refresh(queryClient, "/api/campaigns/");
  const archiving = useMutation(
    api.mutationOptions("post", "/api/campaigns/{id}/archive/", { onError: toastProblem, onSettled: again }),
  );
  const restoring = useMutation(
    api.mutationOptions("post", "/api/campaigns/{id}/restore/", { onError: toastProblem, onSettled: again }),
  );
  const at = ({ id }: Campaign) => ({ params: { path: { id } } });
  return {
    archive: (campaign: Campaign) =>
      archiving.mutate(at(campaign), {
        onSuccess: () => toast(t`“${campaign.name}” is archived.`, { undo: () => restoring.mutate(at(campaign)) }),
      }),
    restore: (campaign: Campaign) =>
      restoring.mutate(at(campaign), {
        onSuccess: () => toast(t`“${campaign.name}” runs again.`, { undo: () => archiving.mutate(at(campaign)) }),
      }),
  };
}
