import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { Money } from "~/components/money";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { useKeyFor } from "~/lib/use-key-for";
import styles from "./form.module.css";
import type { Entry } from "./model";
import { useMoneyAgain } from "./queries";

interface Props {
  /** What is to be taken back; undefined: the window is closed. */
  entry: Entry | undefined;
  currency: string;
  onClose: () => void;
}

/** Explains the counter-entry before it is made. */
export function TakeBackDialog({ entry, currency, onClose }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const again = useMoneyAgain();
  const [note, setNote] = useState("");
  const { keyFor, sent } = useKeyFor();
  const send = useMutation(
    api.mutationOptions("post", "/api/entries/{id}/take-back/", {
      onSuccess: () => {
        sent();
        toast(t`Taken back by a counter-entry.`);
        again();
        setNote("");
        onClose();
      },
      onError: toastProblem,
    }),
  );
  const takeBack = () =>
    entry &&
    send.mutate({
      params: { path: { id: entry.id }, header: { "Idempotency-Key": keyFor([entry.id, note]) } },
      body: { note: note.trim() },
    });
  const day = entry ? format.date(entry.on, "short") : "";
  return (
    <Dialog
      isOpen={Boolean(entry)}
      onClose={onClose}
      title={t`Take this expense back?`}
      width="narrow"
      role="alertdialog"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="danger" icon="undo" busy={send.isPending} onClick={takeBack}>{t`Take it back`}</Button>
        </>
      }
    >
      {entry && (
        <div className={styles.form}>
          <p>
            <strong>{entry.supplier || entry.line_name}</strong>, <Money cents={entry.net_cents} currency={currency} />
          </p>
          <p>
            <Trans>
              The books only grow: a counter-entry of the same amount is added, dated {day} as well, so that every month
              stays right. Both stay visible.
            </Trans>
          </p>
          <Field
            label={t`Why`}
            hint={t`Such as: booked twice.`}
            maxLength={300}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
      )}
    </Dialog>
  );
}
