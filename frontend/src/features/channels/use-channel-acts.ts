import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import type { Channel } from "./model";

/** What may be done with a channel on the spot. A pause can be taken back, and the other way round. */
export function useChannelActs() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const fresh = () => api.refresh(queryClient, "/api/channels/", "/api/cadence/", "/api/calendar/");
  const pausing = useMutation(
    api.mutationOptions("post", "/api/channels/{id}/pause/", { onError: toastProblem, onSettled: fresh }),
  );
  const resuming = useMutation(
    api.mutationOptions("post", "/api/channels/{id}/resume/", { onError: toastProblem, onSettled: fresh }),
  );
  const of = (channel: Channel) => ({ params: { path: { id: channel.id } } });
  const resume = (channel: Channel) =>
    resuming.mutate(of(channel), { onSuccess: () => toast(t`${channel.name} goes on publishing.`) });
  const pause = (channel: Channel) =>
    pausing.mutate(of(channel), {
      onSuccess: () => toast(t`${channel.name} is paused. Its posts wait.`, { undo: () => resume(channel) }),
    });
  return { pause, resume };
}
