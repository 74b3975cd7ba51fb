import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { type Answer, api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field, Select, TextArea } from "~/components/field";
import { toast } from "~/components/toast";
import { useKeyFor } from "~/lib/use-key-for";
import styles from "./moments.module.css";
import { useRemoveMoment } from "./use-remove-moment";
import { kindWords } from "./words";

export type Moment = Answer<"get", "/api/moments/">["results"][number];

interface Props {
  /** The one to change, or the day a new one begins on. */
  of: Moment | { day: string };
  onClose: () => void;
}

/** A moment of the organisation's own: its name, days, kind, campaign and note. */
export function MomentForm({ of, onClose }: Props) {
  const { t } = useLingui();
  const form = useId();
  const queryClient = useQueryClient();
  const { keyFor, sent } = useKeyFor();
  const known = "id" in of ? of : null;
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/")).data?.results ?? [];
  const remove = useRemoveMoment();
  const done = ({ name }: { name: string }) => {
    sent();
    void api.refresh(queryClient, "/api/moments/", "/api/layers/");
    toast(t`“${name}” is in the calendar.`);
    onClose();
  };
  const add = useMutation(api.mutationOptions("post", "/api/moments/", { onSuccess: done }));
  const change = useMutation(api.mutationOptions("patch", "/api/moments/{id}/", { onSuccess: done }));
  const error = add.error ?? change.error;
  const wrong = error?.fields ?? {};
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const body = {
      name: given.name ?? "",
      kind: given.kind as Moment["kind"],
      starts_on: given.starts_on ?? "",
      ends_on: given.ends_on || null,
      campaign: given.campaign || null,
      note: given.note ?? "",
    };
    if (known) change.mutate({ params: { path: { id: known.id } }, body });
    else add.mutate({ body, headers: { "Idempotency-Key": keyFor(body) } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={known ? t`Edit the moment` : t`Add a moment`}
      width="narrow"
      actions={
        <>
          {known && (
            <Button
              look="quiet"
              icon="trash"
              onClick={() => {
                remove(known);
                onClose();
              }}
            >{t`Delete`}</Button>
          )}
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} busy={add.isPending || change.isPending}>{t`Save`}</Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={onSubmit} noValidate>
        {error && Object.keys(wrong).length === 0 && <p role="alert">{error.message}</p>}
        <Field
          label={t`Name`}
          name="name"
          defaultValue={known?.name}
          maxLength={120}
          required
          error={wrong.name?.join(" ")}
        />
        <div className={styles.pair}>
          <Field
            label={t`From`}
            name="starts_on"
            type="date"
            defaultValue={"id" in of ? of.starts_on : of.day}
            error={wrong.starts_on?.join(" ")}
          />
          <Field
            label={t`Until`}
            name="ends_on"
            type="date"
            defaultValue={known?.ends_on}
            error={wrong.ends_on?.join(" ")}
          />
        </div>
        <Select label={t`Kind`} name="kind" defaultValue={known?.kind ?? "action"}>
          {Object.entries(kindWords).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {t(words)}
            </option>
          ))}
        </Select>
        <Select
          label={t`Campaign`}
          hint={t`It takes the campaign's colour.`}
          name="campaign"
          defaultValue={known?.campaign ?? ""}
          key={campaigns.length}
          error={wrong.campaign?.join(" ")}
        >
          <option value="">{t`No campaign`}</option>
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextArea
          label={t`Note`}
          name="note"
          defaultValue={known?.note}
          maxLength={500}
          error={wrong.note?.join(" ")}
        />
      </form>
    </Dialog>
  );
}
