import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import type { Objective } from "../model";

/** Put an objective out of the way or bring it back, each with a way back. */
export function useObjectiveActs() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const options = { onError: toastProblem, onSettled: () => api.refresh(queryClient, "/api/objectives/") };
  const archiving = useMutation(api.mutationOptions("post", "/api/objectives/{id}/archive/", options));
  const restoring = useMutation(api.mutationOptions("post", "/api/objectives/{id}/restore/", options));
  const at = ({ id }: Objective) => ({ params: { path: { id } } });
  return {
    archive: (objective: Objective) =>
      archiving.mutate(at(objective), {
        onSuccess: () => toast(t`“${objective.name}” is archived.`, { undo: () => restoring.mutate(at(objective)) }),
      }),
    restore: (objective: Objective) =>
      restoring.mutate(at(objective), {
        onSuccess: () =>
          toast(t`“${objective.name}” is pursued again.`, { undo: () => archiving.mutate(at(objective)) }),
      }),
  };
}
