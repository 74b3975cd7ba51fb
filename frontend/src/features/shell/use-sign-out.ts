import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { asProblem } from "~/api/problem";
import { signOut } from "~/api/session";
import { toastProblem } from "~/components/toast";

/** Nobody is signed in afterwards, and nothing of what was read stays in this browser. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toastProblem(asProblem(error));
      return;
    }
    void import("~/lib/push").then(({ forget }) => forget());
    void import("~/api/kept-uploads").then(({ forgetAll }) => forgetAll());
    navigator.serviceWorker?.controller?.postMessage("forget");
    await router.navigate({ to: "/sign-in", search: {} });
    queryClient.clear();
  };
}
