import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Note } from "~/components/note";
import { toast, toastProblem } from "~/components/toast";
import { AssignDialog } from "./assign-dialog";
import type { Kind, TakeBackChannel } from "./model";

const touched = ["/api/takebacks/", "/api/posts/", "/api/calendar/", "/api/cadence/", "/api/deliveries/"];

/** "I have done it there", try once more, name somebody else. */
export function ChannelActs({ kind, channel }: { kind: Kind; channel: TakeBackChannel }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const refresh = () => api.refresh(queryClient, ...touched);
  const done = useMutation(
    api.mutationOptions("post", "/api/takeback-channels/{id}/done/", {
      onSuccess: () => toast(t`Noted. Thank you.`),
      onError: (problem) => problem.problem !== "still-online" && toastProblem(problem),
      onSettled: refresh,
    }),
  );
  const again = useMutation(
    api.mutationOptions("post", "/api/takeback-channels/{id}/again/", { onError: toastProblem, onSettled: refresh }),
  );
  const path = { id: channel.id };
  const isSeen = done.error?.problem === "still-online";
  return (
    <>
      {channel.may_try_again && (
        <Button size="small" icon="retry" busy={again.isPending} onClick={() => again.mutate({ params: { path } })}>
          {t`Try again`}
        </Button>
      )}
      {!isSeen && (
        <Button
          size="small"
          look="primary"
          icon="check"
          busy={done.isPending}
          onClick={() => done.mutate({ params: { path }, body: { anyway: false } })}
        >
          {kind === "down" ? t`I have taken it down` : t`I have corrected it`}
        </Button>
      )}
      <Button size="small" look="quiet" icon="person" onClick={() => setNaming(true)}>{t`Somebody else…`}</Button>
      {isSeen && (
        <Note
          tone="attention"
          icon="eye"
          isUrgent
          actions={
            <>
              <Button
                size="small"
                busy={done.isPending}
                onClick={() => done.mutate({ params: { path }, body: { anyway: false } })}
              >
                {t`Look again`}
              </Button>
              <Button
                size="small"
                busy={done.isPending}
                onClick={() => done.mutate({ params: { path }, body: { anyway: true } })}
              >
                {t`I am sure it is gone`}
              </Button>
            </>
          }
        >
          {done.error?.message}
        </Note>
      )}
      {isNaming && <AssignDialog channel={channel} onClose={() => setNaming(false)} onDone={refresh} />}
    </>
  );
}
