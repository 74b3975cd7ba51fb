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
import { FormDialog, FormFrame } from "./form-dialog";
import type { Line } from "./model";
import { useMoneyAgain } from "./queries";

interface Props {
  line: Line;
  name: string;
  currency: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Whoever decides on the largest sums lets a line go beyond its plan, and says why. */
export default function BeyondDialog(props: Props) {
  const { t } = useLingui();
  const { name } = props;
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t`More than planned on “${name}”`}
      submit={t`Allow it`}
    >
      {(id) => <BeyondForm id={id} {...props} />}
    </FormDialog>
  );
}

function BeyondForm({ id, line, currency, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const schema = v.object({
    cents: amount({ orNothing: true }),
    note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  });
  const form = useChecked(schema, {
    cents: line.beyond_cents ? writeAmount(line.beyond_cents) : "",
    note: line.beyond_note,
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: (body: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/lines/{id}/allow-beyond/", { params: { path: { id: line.id } }, body }),
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
      <p>{t`So much more than planned may then be promised and spent on this line. The plan stays as it is, and everybody who sees the budget sees this.`}</p>
      <AmountField
        label={t`Beyond the plan, in all`}
        hint={t`Left empty, nothing beyond the plan is allowed any more.`}
        currency={currency}
        typed={form.watch("cents")}
        error={errors.cents?.message}
        {...form.register("cents")}
      />
      <Field
        label={t`Why`}
        hint={t`Such as: voted by the board on 20 November.`}
        error={errors.note?.message}
        {...form.register("note")}
      />
    </FormFrame>
  );
}
