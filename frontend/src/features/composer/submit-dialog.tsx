import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TextArea } from "~/components/field";
import { NetworkMark, networkName } from "~/components/network-mark";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { postOptions } from "./use-desk";
import styles from "./when-dialog.module.css";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  needsApproval: boolean;
}

/** Names every channel and time before the post leaves its author's hands. */
export function SubmitDialog({ isOpen, onClose, needsApproval }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { seen, post, desk } = useComposing();
  const [note, setNote] = useState("");
  const submit = useMutation(
    api.mutationOptions("post", "/api/posts/{id}/submit/", {
      onSuccess: (submitted) => {
        queryClient.setQueryData(postOptions(submitted.id).queryKey, submitted);
        desk.receive(submitted);
        toast(submitted.state === "approved" ? t`It goes out by itself at its time` : t`Submitted for approval`);
        onClose();
        void api.refresh(queryClient, "/api/posts/", "/api/calendar/", "/api/decisions/");
      },
      onError: (problem) => {
        toastProblem(problem);
        onClose();
        void api.refresh(queryClient, "/api/posts/");
      },
    }),
  );
  if (!post) return null;
  const open = seen.filter(({ isFixed }) => !isFixed);
  const costs = (post.placements ?? []).reduce((sum, { cost_usd_micros: cost }) => sum + cost, 0);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      width="narrow"
      title={needsApproval ? t`Submit for approval?` : t`Schedule this post?`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            busy={submit.isPending}
            onClick={() => submit.mutate({ params: { path: { id: post.id } }, body: { note: note.trim() } })}
          >
            {needsApproval ? t`Submit` : t`Schedule`}
          </Button>
        </>
      }
    >
      <p>
        {needsApproval ? (
          <Plural
            value={open.length}
            one="Once approved, it goes out on # channel:"
            other="Once approved, it goes out on # channels:"
          />
        ) : (
          <Plural
            value={open.length}
            one="It goes out by itself on # channel:"
            other="It goes out by itself on # channels:"
          />
        )}
      </p>
      <ul className={styles.times}>
        {open.map(({ key, network, name, placement, shown }) => (
          <li key={key} className={styles.row}>
            <NetworkMark network={network} decorative />
            <span className={styles.name}>
              {name} <span className="only-read">({networkName(network)})</span>
              {placement.languages.length > 0 && (
                <span className="faint"> {placement.languages.join(" + ").toUpperCase()}</span>
              )}
            </span>
            <b className="num">{shown?.planned_at ? format.dateTime(shown.planned_at) : ""}</b>
          </li>
        ))}
      </ul>
      {costs > 0 && (
        <p className={styles.cost}>
          <Trans>
            The networks charge about {format.number(costs / 1_000_000, { style: "currency", currency: "USD" })} for it.
          </Trans>
        </p>
      )}
      {needsApproval && (
        <TextArea
          label={t`A word to whoever decides`}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
    </Dialog>
  );
}
