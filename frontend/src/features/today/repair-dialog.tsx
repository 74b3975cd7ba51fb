import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Field } from "~/components/field";
import { networkName } from "~/components/network-mark";
import { toast, toastProblem } from "~/components/toast";
import type { Wrong } from "./use-wrong";

export interface Repair {
  act: "retry" | "online" | "drop";
  wrong: Wrong;
}

const touched = ["/api/deliveries/", "/api/calendar/", "/api/cadence/", "/api/posts/"];

/** Asks before something is sent, called published or given up, and names where. */
export function RepairDialog({ act, wrong, onClose }: Repair & { onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [link, setLink] = useState("");
  const network = networkName(wrong.network);
  const channel = wrong.channel_name;
  const params = { path: { id: wrong.id } };
  const mutation = useMutation({
    mutationFn: () =>
      act === "retry"
        ? api.send("post", "/api/deliveries/{id}/retry/", { params })
        : act === "drop"
          ? api.send("post", "/api/deliveries/{id}/drop/", { params })
          : api.send("post", "/api/deliveries/{id}/online/", { params, body: { permalink: link.trim() } }),
    onSuccess: () => {
      const done = { retry: t`It is on its way.`, online: t`Noted as published.`, drop: t`It will not be sent.` };
      toast(done[act]);
      onClose();
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (!problem.fields.permalink) toastProblem(problem);
    },
    onSettled: () => api.refresh(queryClient, ...touched),
  });
  const titles = {
    retry: t`Send it on ${network} now?`,
    online: t`Is it online on ${network}?`,
    drop: t`Do not send it on ${network}?`,
  };
  const verbs = { retry: t`Send now`, online: t`Yes, it is online`, drop: t`Do not send` };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => mutation.mutate()}
      title={titles[act]}
      confirm={verbs[act]}
      danger={act === "drop"}
      busy={mutation.isPending}
    >
      <div style={{ display: "grid", gap: 10 }}>
        <p>
          <b>{wrong.first_line}</b>
        </p>
        {act === "retry" && (
          <p>
            <Trans>It goes out at once on {channel}.</Trans>{" "}
            {wrong.state === "needs_look" && (
              <Trans>Look there first: if it is online already, people will see it twice.</Trans>
            )}
          </p>
        )}
        {act === "drop" && (
          <p>
            <Trans>It stays off {channel}. What went out on other channels stays there.</Trans>
          </p>
        )}
        {act === "online" && (
          <>
            <p>
              <Trans>Only say so if you have seen it on {channel}.</Trans>
            </p>
            <Field
              label={t`Its address there`}
              hint={t`If you have it at hand`}
              type="url"
              inputMode="url"
              placeholder="https://"
              value={link}
              onChange={(event) => setLink(event.target.value)}
              error={mutation.error ? asProblem(mutation.error).fields.permalink?.join(" ") : undefined}
            />
          </>
        )}
      </div>
    </ConfirmDialog>
  );
}
