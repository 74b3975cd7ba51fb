import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Field } from "~/components/field";
import { Panel } from "~/components/panel";
import { toast } from "~/components/toast";
import { changed } from "../model";
import styles from "./approvals.module.css";

/** What holds for every decision, whatever its route. */
export function PracticePanel() {
  const { t } = useLingui();
  const isFixed = !useMay()("manage");
  const queryClient = useQueryClient();
  const { data } = useQuery(api.queryOptions("get", "/api/practice/"));
  const [draft, setDraft] = useState<{ authors_may_decide?: boolean; request_days?: number }>({});
  const [isAsking, setAsking] = useState(false);
  const save = useMutation(
    api.mutationOptions("patch", "/api/practice/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/practice/", "/api/decisions/");
        setDraft({});
        toast(t`The settings are saved.`);
      },
      onSettled: () => setAsking(false),
    }),
  );
  if (!data) return null;
  const shown = { ...data, ...draft };
  const changes = changed(data, draft);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (changes.authors_may_decide) setAsking(true);
    else save.mutate({ body: changes });
  };
  return (
    <Panel title={t`For every decision`} padded>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Checkbox
          label={t`Authors may approve their own posts`}
          hint={t`Off is safer: nobody says yes to their own work. On their own requests for money nobody ever decides.`}
          checked={shown.authors_may_decide ?? false}
          disabled={isFixed}
          onChange={({ target }) => setDraft({ ...draft, authors_may_decide: target.checked })}
        />
        <Field
          label={t`A request for money waits so many days`}
          hint={t`After that, or after the day it was needed on, it expires. Whoever asked can ask again.`}
          className={styles.short}
          type="number"
          inputMode="numeric"
          min={1}
          max={365}
          value={shown.request_days}
          disabled={isFixed}
          error={save.error?.fields.request_days?.join(" ")}
          onChange={({ target }) => setDraft({ ...draft, request_days: Number(target.value) })}
        />
        {!isFixed && (
          <p>
            <Button
              look="primary"
              type="submit"
              busy={save.isPending}
              disabled={Object.keys(changes).length === 0}
            >{t`Save`}</Button>
          </p>
        )}
      </form>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => save.mutate({ body: changes })}
        busy={save.isPending}
        title={t`Let authors approve their own posts?`}
        confirm={t`Let them approve`}
        danger
      >
        <p>{t`From now on one person alone can write a post and let it go out in the name of everybody, if they may approve. This also counts for what waits already.`}</p>
      </ConfirmDialog>
    </Panel>
  );
}
