import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";
import { toastProblem } from "~/components/toast";

export type Experiment = Answer<"get", "/api/break-it/">;
export type Stands = Experiment["posts"][number]["stands"];
export type Happening = Experiment["events"][number];
export type Blow =
  | "kill-worker"
  | "freeze-worker"
  | "wipe-broker"
  | "fail-facebook"
  | "lose-answer"
  | "revoke-token"
  | "sign-in-again";

const LOOK_MS = 1_000;
const look = api.queryOptions("get", "/api/break-it/");

/** The experiment as it stands, asked every second while somebody looks. */
export function useExperiment() {
  return useQuery({ ...look, refetchInterval: LOOK_MS, staleTime: 0, retry: false });
}

/** The three things one may do; each answers how it stands afterwards. */
export function useActs() {
  const queryClient = useQueryClient();
  const options = {
    onSuccess: (now: Experiment) => void queryClient.setQueryData(look.queryKey, now),
    onError: toastProblem,
  };
  return {
    begin: useMutation(api.mutationOptions("post", "/api/break-it/begin/", options)),
    beginAnew: useMutation(api.mutationOptions("post", "/api/break-it/begin-anew/", options)),
    strike: useMutation(api.mutationOptions("post", "/api/break-it/strike/", options)),
  };
}
