import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toastProblem } from "~/components/toast";
import type { Riposte } from "./model";

const optionsOf = (id: string) => api.queryOptions("get", "/api/ripostes/{id}/", { params: { path: { id } } });

/** One riposte, asked again every ten seconds while it runs: the stream of events is only quicker. */
export function useRiposte(id: string) {
  return useQuery({
    ...optionsOf(id),
    refetchInterval: ({ state }) => (state.data?.is_running ? 10_000 : false),
  });
}

/** What can be done with it; each answers with the riposte as it is afterwards. */
export function useRiposteActs(id: string) {
  const queryClient = useQueryClient();
  const params = { path: { id } };
  const onSuccess = (after: Riposte) => {
    queryClient.setQueryData(optionsOf(id).queryKey, after);
    void api.refresh(queryClient, "/api/posts/", "/api/calendar/", "/api/decisions/");
  };
  const rest = { onSuccess, onError: toastProblem };
  const ask = useMutation(api.mutationOptions("post", "/api/ripostes/{id}/ask/", rest));
  const callOff = useMutation(api.mutationOptions("post", "/api/ripostes/{id}/call-off/", rest));
  const takeUp = useMutation(api.mutationOptions("post", "/api/ripostes/{id}/take-up/", rest));
  const change = useMutation(api.mutationOptions("patch", "/api/ripostes/{id}/", rest));
  const makeRoom = useMutation(api.mutationOptions("post", "/api/ripostes/{id}/make-room/", rest));
  const putBack = useMutation(api.mutationOptions("post", "/api/ripostes/{id}/put-back/", rest));
  return { params, ask, callOff, takeUp, change, makeRoom, putBack };
}

export type Acts = ReturnType<typeof useRiposteActs>;
