import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TextArea } from "~/components/field";
import { toast } from "~/components/toast";
import styles from "./stop.module.css";

/** Asks why, says what it means, and stops everything that goes out. */
export function StopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { name } = useOrganisation();
  const queryClient = useQueryClient();
  const form = useId();
  const [reason, setReason] = useState("");
  const stop = useMutation(
    api.mutationOptions("post", "/api/stop/", {
      onSuccess: ({ count }) => {
        const held = plural(count, {
          0: "Nothing was on its way.",
          one: "# post is held.",
          other: "# posts are held.",
        });
        toast(`${t`Everything is stopped.`} ${held}`);
        onClose();
      },
      onSettled: () => api.refresh(queryClient, "/api/"),
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    stop.mutate({ body: { reason: reason.trim() } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={t`Stop everything that goes out?`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={form} look="danger" icon="hold" busy={stop.isPending} disabled={!reason.trim()}>
            {t`Stop everything`}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.stack} onSubmit={onSubmit}>
        <p>
          <Trans>
            Nothing of <b>{name}</b> goes out any more, on no channel, until somebody lets posts go out again.
          </Trans>
        </p>
        <ul className={styles.means}>
          <li>{t`What is being sent in this very second cannot be called back.`}</li>
          <li>{t`What is online already stays online.`}</li>
          <li>{t`Your colleagues who plan, approve and administer are told at once, with your reason.`}</li>
        </ul>
        <TextArea
          label={t`Why?`}
          hint={t`Everybody sees it on every screen.`}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={stop.error ? (stop.error.fields.reason?.[0] ?? stop.error.message) : undefined}
        />
      </form>
    </Dialog>
  );
}
