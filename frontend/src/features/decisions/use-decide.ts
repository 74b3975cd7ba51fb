import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import type { Card, Verdict } from "./model";

const touched = [
  "/api/decisions/",
  "/api/posts/",
  "/api/calendar/",
  "/api/cadence/",
  "/api/periods/",
  "/api/requests/",
  "/api/entries/",
];

/** Was this very card opened by a tap on a notice? The service worker says so in the address. */
const cameByPush = (card: Card) => new URLSearchParams(location.search).get("pushed") === card.id;

interface Options {
  /** It was decided: what follows? */
  onDecided: (card: Card) => void;
  /** It was changed or decided meanwhile; the card is read again and shows it. */
  onStale: (card: Card, message: string) => void;
}

/** `decide(card, "approve", "")`: the card's own fingerprint goes along, so that a yes is for what was on screen. */
export function useDecide({ onDecided, onStale }: Options) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: ({ card, verdict, comment }: { card: Card; verdict: Verdict; comment: string }) =>
      api.send("post", "/api/decisions/{id}/decide/", {
        params: { path: { id: card.id } },
        body: { verdict, comment, fingerprint: card.fingerprint, by_push: cameByPush(card) },
      }),
    onSuccess: (answer, { card, verdict }) => {
      toast(said(answer, verdict));
      onDecided(card);
      void api.refresh(queryClient, ...touched);
    },
    onError: (error, { card }) => {
      const problem = asProblem(error);
      if (problem.status === 409) {
        onStale(card, problem.message);
        void api.refresh(queryClient, ...touched);
      } else toastProblem(problem);
    },
  });
  const said = (answer: Card, verdict: Verdict): string => {
    if (verdict === "reject") return t`Rejected. ${answer.asked_by} is told why.`;
    if (verdict === "ask_changes") return t`Sent back to ${answer.asked_by} with your words.`;
    if (answer.state === "open") return t`Your yes is noted. It needs another person's too.`;
    if (answer.kind === "money") return t`Approved. The money is set aside.`;
    return answer.first_at ? t`Approved. It goes out ${format.dateTime(answer.first_at)}.` : t`Approved.`;
  };
  return {
    decide: (card: Card, verdict: Verdict, comment = "") => send.mutate({ card, verdict, comment }),
    isBusy: send.isPending,
  };
}
