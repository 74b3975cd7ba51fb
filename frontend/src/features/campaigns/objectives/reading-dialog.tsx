import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { toast, toastProblem } from "~/components/toast";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useFormat } from "~/lib/use-format";
import type { Kpi, Objective } from "../model";
import styles from "./forms.module.css";
import { numberSchema } from "./number-schema";

/** What the figure is today, and what it was. */
export default function ReadingDialog({
  objective,
  kpi,
  onClose,
}: {
  objective: Objective;
  kpi: Kpi;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const format = useFormat();
  const queryClient = useQueryClient();
  const today = dayOf(new Date(), useOrganisation().time_zone);
  const schema = v.object({
    day: v.pipe(
      v.string(),
      v.nonEmpty(() => t`Say on which day.`),
    ),
    value: numberSchema(() => t`A number, please.`),
    note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  });
  const form = useChecked(schema, { day: today, value: "", note: "" });
  const again = () => api.refresh(queryClient, "/api/objectives/");
  const remove = useMutation(
    api.mutationOptions("delete", "/api/objectives/{id}/readings/{reading}/", {
      onError: toastProblem,
      onSettled: again,
    }),
  );
  const takeBack = (reading: string) => remove.mutate({ params: { path: { id: objective.id, reading } } });
  const save = useMutation({
    mutationFn: (body: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/objectives/{id}/kpis/{kpi}/readings/", {
        params: { path: { id: objective.id, kpi: kpi.id } },
        body,
      }),
    onSuccess: (saved, { day }) => {
      const made = saved.kpis.find((each) => each.id === kpi.id)?.readings.find((each) => each.day === day);
      toast(t`The reading is noted.`, made ? { undo: () => takeBack(made.id) } : {});
      void again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={kpi.name}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={save.isPending}>{t`Note it`}</Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        {kpi.definition && <p className={styles.hint}>{kpi.definition}</p>}
        <div className={styles.pair}>
          <Field
            label={kpi.unit ? t`Value (${kpi.unit})` : t`Value`}
            inputMode="decimal"
            error={errors.value?.message}
            {...form.register("value")}
          />
          <Field type="date" label={t`Day`} max={today} error={errors.day?.message} {...form.register("day")} />
        </div>
        <Field
          label={t`Note`}
          hint={t`What explains it, for whoever looks later.`}
          error={errors.note?.message}
          {...form.register("note")}
        />
        {kpi.readings.length > 0 && (
          <section className={styles.past}>
            <h3>
              <Trans>Readings so far</Trans>
            </h3>
            <ul>
              {[...kpi.readings].reverse().map(({ id: reading, day, value, note, by }) => (
                <li key={reading}>
                  <span>
                    <b className="num">{format.number(value)}</b> {format.date(day, "long")}
                    {by && ` · ${by}`}
                    {note && <span className={styles.hint}> {note}</span>}
                  </span>
                  <IconButton
                    icon="trash"
                    look="plain"
                    label={t`Take out the reading of ${format.date(day)}`}
                    onClick={() => takeBack(reading)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </form>
    </Dialog>
  );
}
