import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "~/api/client";
import { toastProblem } from "~/components/toast";

export interface Leaving {
  network: string;
  channel?: string;
}

/** Leave for a network's own sign-in in this tab; it sends people back to /{organisation}/channels. */
export function useConnect() {
  const { mutate, reset, ...state } = useMutation(
    api.mutationOptions("post", "/api/channels/connect/", {
      onSuccess: ({ url }) => location.assign(url),
      onError: toastProblem,
    }),
  );
  // Back from there by the browser's own button, the page may stand as it was left, still on its way.
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && reset();
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [reset]);
  const isLeaving = state.isPending || state.isSuccess;
  const to = state.variables?.body;
  return {
    leave: ({ network, channel = "" }: Leaving) => mutate({ body: { network, channel: channel || null } }),
    isLeaving,
    isLeavingFor: ({ network, channel }: Leaving) =>
      isLeaving && to?.network === network && (to.channel ?? undefined) === channel,
  };
}
