import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useFieldArray } from "react-hook-form";
import type * as v from "valibot";
import { api } from "~/api/client";
import { useMe, useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field, Select, TextArea } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { addDays, dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { horizons, type Objective } from "../model";
import { horizonWords } from "../words";
import { draftOf, emptyKpi, objectiveSchema, valuesOf } from "./draft";
import styles from "./forms.module.css";
import { KpiFields } from "./kpi-fields";

const KPIS_MOST = 8;

/** A new objective, or how one reads. */
export default function ObjectiveDialog({
  objective,
  onClose,
}: {
  objective: Objective | undefined;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const queryClient = useQueryClient();
  const { keyFor, sent } = useKeyFor();
  const today = dayOf(new Date(), useOrganisation().time_zone);
  const me = useMe();
  const members = useQuery(api.queryOptions("get", "/api/members/"));
  const schema = objectiveSchema({
    name: () => t`Give it a name.`,
    day: () => t`Say which day.`,
    number: () => t`A number, please.`,
  });
  const form = useChecked(schema, objective ? valuesOf(objective) : fresh(today, me.id));
  const kpis = useFieldArray({ control: form.control, name: "kpis", keyName: "key" });
  const save = useMutation({
    mutationFn: (values: v.InferOutput<typeof schema>) =>
      objective
        ? api.send("patch", "/api/objectives/{id}/", { params: { path: { id: objective.id } }, body: draftOf(values) })
        : api.send("post", "/api/objectives/", {
            params: { header: { "Idempotency-Key": keyFor(draftOf(values)) } },
            body: draftOf(values),
          }),
    onSuccess: () => {
      sent();
      toast(objective ? t`Saved.` : t`The objective stands. Campaigns can now lead there.`);
      void api.refresh(queryClient, "/api/objectives/", "/api/campaigns/");
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={objective ? t`Change the objective` : t`New objective`}
      width="wide"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={save.isPending}>
            {objective ? t`Save` : t`Begin the objective`}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        {errors.root?.message && (
          <Note tone="broken" icon="warning" isUrgent>
            {errors.root.message}
          </Note>
        )}
        <Field label={t`Name`} maxLength={120} error={errors.name?.message} {...form.register("name")} />
        <TextArea
          label={t`Why`}
          hint={t`What changes for people when it is reached.`}
          rows={2}
          maxLength={1000}
          {...form.register("why")}
        />
        <div className={styles.pair}>
          <Select label={t`Horizon`} {...form.register("horizon")}>
            {horizons.map((horizon) => (
              <option key={horizon} value={horizon}>
                {`${t(horizonWords[horizon].name)}, ${t(horizonWords[horizon].span)}`}
              </option>
            ))}
          </Select>
          <Select label={t`Who answers for it`} {...form.register("owner")}>
            <option value="">{t`Nobody yet`}</option>
            {members.data?.results.map(({ user_id: person, name, email }) => (
              <option key={person} value={person}>
                {name || email}
              </option>
            ))}
          </Select>
          <Field type="date" label={t`First day`} error={errors.starts_on?.message} {...form.register("starts_on")} />
          <Field type="date" label={t`Last day`} error={errors.ends_on?.message} {...form.register("ends_on")} />
          <Field
            type="date"
            label={t`Review on`}
            hint={t`Whoever answers for it is reminded.`}
            {...form.register("review_on")}
          />
        </div>
        <h3 className={styles.legend}>{t`Figures`}</h3>
        {kpis.fields.map((field, index) => (
          <KpiFields key={field.key} form={form} index={index} onRemove={() => kpis.remove(index)} />
        ))}
        {kpis.fields.length < KPIS_MOST && (
          <p>
            <Button icon="plus" onClick={() => kpis.append(emptyKpi)}>{t`Add a figure`}</Button>
          </p>
        )}
      </form>
    </Dialog>
  );
}

const fresh = (today: string, owner: string) => ({
  name: "",
  why: "",
  horizon: "medium" as const,
  owner,
  starts_on: today,
  ends_on: addDays(today, 180),
  review_on: addDays(today, 30),
  kpis: [emptyKpi],
});
