import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { toast, toastProblem } from "~/components/toast";
import type { Card } from "./model";

const touched = ["/api/decisions/", "/api/posts/", "/api/calendar/", "/api/requests/"];

/** Put a card on hold, with a reason, or release it. `onHeld`: it is on hold now. */
export function useHold(onHeld: () => void) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const again = () => void api.refresh(queryClient, ...touched);
  const hold = useMutation({
    mutationFn: ({ card, reason }: { card: Card; reason: string }) =>
      api.send("post", "/api/decisions/{id}/hold/", { params: { path: { id: card.id } }, body: { reason } }),
    onSuccess: () => {
      toast(t`On hold: nothing goes out until somebody releases it.`);
      onHeld();
      again();
    },
    onError: toastProblem,
  });
  const release = useMutation({
    mutationFn: (card: Card) => api.send("post", "/api/decisions/{id}/release/", { params: { path: { id: card.id } } }),
    onSuccess: () => {
      toast(t`Released: it stands as it did before.`);
      again();
    },
    onError: toastProblem,
  });
  return {
    hold: (card: Card, reason: string) => hold.mutate({ card, reason }),
    release: (card: Card) => release.mutate(card),
    isHolding: hold.isPending || release.isPending,
  };
}
