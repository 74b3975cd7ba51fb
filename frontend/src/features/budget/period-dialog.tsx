import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import styles from "./form.module.css";
import { FormDialog, FormFrame } from "./form-dialog";
import type { Period } from "./model";
import { useMoneyAgain } from "./queries";

interface Props {
  /** Given: it is changed; else a new one is opened. */
  period?: Period;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (period: Period) => void;
}

/** The name, the days and the target of a period. */
export function PeriodDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.period ? t`Change this period` : t`Open a period`}
      submit={props.period ? t`Save` : t`Open the period`}
      width="narrow"
    >
      {(id) => <PeriodForm id={id} {...props} />}
    </FormDialog>
  );
}

function PeriodForm({ id, period, onClose, onSaved }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const year = new Date().getFullYear();
  const day = v.pipe(
    v.string(),
    v.isoDate(() => t`Choose a day.`),
  );
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Give it a name.`),
      v.maxLength(80),
    ),
    starts_on: day,
    ends_on: day,
    target: v.pipe(
      v.string(),
      v.transform((text) => Number(text.replace(",", "."))),
      v.check(
        (value) => value >= 0 && value <= 100,
        () => t`Between 0 and 100.`,
      ),
    ),
  });
  const form = useChecked(schema, {
    name: period?.name ?? String(year),
    starts_on: period?.starts_on ?? `${year}-01-01`,
    ends_on: period?.ends_on ?? `${year}-12-31`,
    target: String((period?.target_permille ?? 500) / 10),
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ target, ...rest }: v.InferOutput<typeof schema>) => {
      const body = { ...rest, target_permille: Math.round(target * 10) };
      return period
        ? api.send("patch", "/api/periods/{id}/", { params: { path: { id: period.id } }, body })
        : api.send("post", "/api/periods/", { params: { header: { "Idempotency-Key": keyFor(body) } }, body });
    },
    onSuccess: (saved) => {
      sent();
      toast(period ? t`Saved.` : t`The period is open. Add its first lines.`);
      again();
      onSaved(saved);
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      <Field label={t`Name`} error={errors.name?.message} {...form.register("name")} />
      <div className={styles.pair}>
        <Field type="date" label={t`First day`} error={errors.starts_on?.message} {...form.register("starts_on")} />
        <Field type="date" label={t`Last day`} error={errors.ends_on?.message} {...form.register("ends_on")} />
      </div>
      <Field
        label={t`Target for the digital share, in %`}
        inputMode="decimal"
        hint={t`Half is usual.`}
        error={errors.target?.message}
        {...form.register("target")}
      />
    </FormFrame>
  );
}
