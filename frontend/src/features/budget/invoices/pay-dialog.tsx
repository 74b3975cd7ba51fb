import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { AmountField } from "~/components/amount-field";
import { Field } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { FormDialog, FormFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";

interface Props {
  /** What is paid. */
  what: { invoice: string } | { entry: string };
  /** Its name in the title. */
  name: string;
  open_cents: number;
  currency: string;
  /** The invoice asks for an account number that nobody has confirmed. */
  isAccountUnknown?: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** Money left the account for this; it settles and is not counted as spent again. */
export default function PayDialog(props: Props) {
  const { t } = useLingui();
  const { name } = props;
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Payment of ${name}`} submit={t`Record it`}>
      {(id) => <PayForm id={id} {...props} />}
    </FormDialog>
  );
}

function PayForm({ id, what, open_cents, currency, isAccountUnknown, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const { time_zone: zone } = useOrganisation();
  const schema = v.object({
    on: v.pipe(
      v.string(),
      v.isoDate(() => t`Choose a day.`),
    ),
    cents: amount({ least: 1 }),
    note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  });
  const form = useChecked(schema, { on: dayOf(new Date(), zone), cents: writeAmount(open_cents), note: "" });
  const pay = useMutation({
    mutationKey: [id],
    mutationFn: (values: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/payments/", {
        params: { header: { "Idempotency-Key": keyFor([what, values]) } },
        body:
          "invoice" in what
            ? { ...values, invoice: what.invoice, entries: [] }
            : { ...values, invoice: null, entries: [what.entry] },
      }),
    onSuccess: () => {
      sent();
      toast(t`The payment is recorded.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => pay.mutate(values)}>
      {isAccountUnknown && (
        <Note tone="attention" icon="warning">
          {t`This invoice asks for an account number that no second person has confirmed. Have it confirmed under Suppliers before you pay.`}
        </Note>
      )}
      <Field
        type="date"
        label={t`Day of the payment`}
        max={dayOf(new Date(), zone)}
        error={errors.on?.message}
        {...form.register("on")}
      />
      <AmountField
        label={t`Amount that left the account`}
        currency={currency}
        typed={form.watch("cents")}
        error={errors.cents?.message}
        {...form.register("cents")}
      />
      <Field label={t`Note`} error={errors.note?.message} {...form.register("note")} />
    </FormFrame>
  );
}
