import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { TextArea } from "~/components/field";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import type { TakeBack } from "./model";
import { placeOf } from "./place";
import styles from "./take-back.module.css";

const touched = ["/api/takebacks/", "/api/posts/", "/api/calendar/"];

/** The text as it stands and as it would be, and a yes or a no by somebody who may decide posts. */
export function YesOrNo({ takeBack }: { takeBack: TakeBack }) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<"yes" | "no" | null>(null);
  const [comment, setComment] = useState("");
  const path = { id: takeBack.id };
  const options = {
    onError: toastProblem,
    onSettled: () => {
      setAsking(null);
      return api.refresh(queryClient, ...touched);
    },
  };
  const approve = useMutation(
    api.mutationOptions("post", "/api/takebacks/{id}/approve/", {
      ...options,
      onSuccess: () => toast(t`The text is being corrected.`),
    }),
  );
  const decline = useMutation(api.mutationOptions("post", "/api/takebacks/{id}/decline/", options));
  const channels = takeBack.channels.filter(({ state }) => state === "asked");
  const names = format.list(channels.map(placeOf));
  return (
    <div className={styles.decide}>
      {channels.map(({ id, channel_name, before, text }) => (
        <div key={id} className={styles.texts}>
          <p className={styles.faint}>{t`Now on ${channel_name}`}</p>
          <blockquote className={styles.text}>{before}</blockquote>
          <p className={styles.faint}>{t`As it would be`}</p>
          <blockquote className={styles.text}>{text}</blockquote>
        </div>
      ))}
      {takeBack.may_decide && (
        <div className={styles.acts}>
          <Button
            size="small"
            look="primary"
            icon="check"
            onClick={() => setAsking("yes")}
          >{t`Yes, correct it`}</Button>
          <Button size="small" onClick={() => setAsking("no")}>{t`No, leave it`}</Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={asking === "yes"}
        onClose={() => setAsking(null)}
        onConfirm={() => approve.mutate({ params: { path } })}
        busy={approve.isPending}
        title={t`Correct the text now?`}
        confirm={t`Yes, correct it`}
      >
        {t`Everybody sees the new text at once on ${names}.`}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "no"}
        onClose={() => setAsking(null)}
        onConfirm={() => decline.mutate({ params: { path }, body: { comment } })}
        busy={decline.isPending}
        title={t`Leave the text as it is?`}
        confirm={t`Leave it`}
      >
        <TextArea
          label={t`A word to ${takeBack.by}`}
          hint={t`If you like`}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </ConfirmDialog>
    </div>
  );
}
