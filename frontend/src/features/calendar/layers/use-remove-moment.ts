import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";

/** Take a moment out of the calendar; the message that says so brings it back. */
export function useRemoveMoment(): (moment: { id: string; name: string }) => void {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const refresh = () => api.refresh(queryClient, "/api/moments/", "/api/layers/");
  return ({ id, name }) => {
    const params = { params: { path: { id } } };
    const restore = () =>
      api.send("post", "/api/moments/{id}/restore/", params).then(refresh, (no) => toastProblem(asProblem(no)));
    api.send("delete", "/api/moments/{id}/", params).then(
      () => {
        void refresh();
        toast(t`“${name}” is deleted.`, { undo: () => void restore() });
      },
      (no) => toastProblem(asProblem(no)),
    );
  };
}
