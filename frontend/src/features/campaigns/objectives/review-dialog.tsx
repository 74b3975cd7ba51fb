import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { toast, toastProblem } from "~/components/toast";
import { addDays, dayOf } from "~/lib/days";
import type { Objective } from "../model";
import styles from "./forms.module.css";

const usual = { short: 14, medium: 30, long: 90 } as const;

/** The objective has been looked at: when next? */
export default function ReviewDialog({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const today = dayOf(new Date(), useOrganisation().time_zone);
  const [day, setDay] = useState(addDays(today, usual[objective.horizon]));
  const review = useMutation(
    api.mutationOptions("post", "/api/objectives/{id}/review/", {
      onError: toastProblem,
      onSettled: () => api.refresh(queryClient, "/api/objectives/"),
    }),
  );
  const at = (next: string | null) => ({ params: { path: { id: objective.id } }, body: { next_on: next } });
  const before = objective.review_on;
  const save = () =>
    review.mutate(at(day || null), {
      onSuccess: () => {
        toast(t`Reviewed.`, { undo: () => review.mutate(at(before)) });
        onClose();
      },
    });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Review: ${objective.name}`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" busy={review.isPending} onClick={save}>{t`Review done`}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t`Are the figures up to date, do the campaigns still lead there, does the target still hold?`}</p>
        <Field
          type="date"
          label={t`Look again on`}
          hint={t`Left empty, nobody is reminded.`}
          min={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
