import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { AmountField } from "~/components/amount-field";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { showRefusal, useChecked } from "~/lib/form";
import { FormDialog, FormFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import type { Report } from "./model";

interface Props {
  report: Report;
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** What an unpaid hour is reckoned at, for comparing. */
export default function RateDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t`What an unpaid hour is reckoned at`}
      submit={t`Save`}
      width="narrow"
    >
      {(id) => <RateForm id={id} {...props} />}
    </FormDialog>
  );
}

function RateForm({ id, report, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { rate_cents: cents, rate_source: source } = report.hours;
  const schema = v.object({
    cents: amount({ orNothing: true }),
    source: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  });
  const form = useChecked(schema, { cents: cents === null ? "" : writeAmount(cents), source });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: (values: v.InferOutput<typeof schema>) =>
      api.send("put", "/api/periods/{id}/hourly-rate/", {
        params: { path: { id: period.id } },
        body: { ...values, cents: values.cents || null },
      }),
    onSuccess: () => {
      toast(t`Saved.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      <p>{t`The value of unpaid hours stands beside the digital share, for comparing. It enters no line and no sum of money.`}</p>
      <AmountField
        label={t`An hour`}
        hint={t`Left empty, hours are told as hours alone.`}
        currency={period.currency}
        typed={form.watch("cents")}
        error={errors.cents?.message}
        {...form.register("cents")}
      />
      <Field
        label={t`Where the rate comes from`}
        hint={t`Such as: what an hour of a student helper costs us.`}
        error={errors.source?.message}
        {...form.register("source")}
      />
    </FormFrame>
  );
}
