import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { CampaignOptions, LineOptions } from "./choices";
import styles from "./form.module.css";
import { FormDialog } from "./form-dialog";
import type { Period, Request } from "./model";
import { useMoneyAgain } from "./queries";
import { SupplierField } from "./suppliers/supplier-field";
import { VatFields } from "./vat-fields";

interface Props {
  period: Period;
  /** What is known already: the line one came from, or the approved request it pays. */
  start?: { line?: string; request?: Request };
  isOpen: boolean;
  onClose: () => void;
}

/** An invoice or a payment goes into the ledger. */
export function ExpenseDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Book an expense`} submit={t`Book it`}>
      {(id) => <ExpenseForm id={id} {...props} />}
    </FormDialog>
  );
}

function ExpenseForm({ id, period, start, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const { time_zone: zone } = useOrganisation();
  const request = start?.request;
  const schema = v.object({
    on: v.pipe(
      v.string(),
      v.isoDate(() => t`Choose a day.`),
    ),
    line: v.pipe(
      v.string(),
      v.nonEmpty(() => t`Choose a line.`),
    ),
    supplier: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    net_cents: amount({ least: 1 }),
    vat_cents: amount({ orNothing: true }),
    campaign: v.string(),
    note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
    closes: v.boolean(),
  });
  const form = useChecked(schema, {
    on: dayOf(new Date(), zone),
    line: request?.line ?? start?.line ?? "",
    supplier: request?.supplier ?? "",
    net_cents: request ? writeAmount(request.net_cents) : "",
    vat_cents: request ? writeAmount(request.vat_cents) : "",
    campaign: request?.campaign?.id ?? "",
    note: "",
    closes: true,
  });
  const book = useMutation({
    mutationKey: [id],
    mutationFn: ({ campaign, closes, ...rest }: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/entries/", {
        params: { header: { "Idempotency-Key": keyFor([campaign, closes, rest]) } },
        body: {
          ...rest,
          campaign: campaign || null,
          request: request?.id ?? null,
          closes: Boolean(request) && closes,
        },
      }),
    onSuccess: () => {
      sent();
      toast(t`The expense is booked.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => book.mutate(values))(event)}
    >
      {errors.root?.message && (
        <Note tone="broken" icon="warning" isUrgent>
          {errors.root.message}
        </Note>
      )}
      {request && <Note icon="euro">{t`For the approved request “${request.title}”.`}</Note>}
      <div className={styles.pair}>
        <Field
          type="date"
          label={t`Day of the invoice`}
          max={dayOf(new Date(), zone)}
          error={errors.on?.message}
          {...form.register("on")}
        />
        <Select label={t`Line`} error={errors.line?.message} disabled={Boolean(request)} {...form.register("line")}>
          <LineOptions period={period.id} />
        </Select>
      </div>
      <SupplierField
        value={form.watch("supplier")}
        onChange={(text) => form.setValue("supplier", text, { shouldDirty: true, shouldValidate: true })}
        error={errors.supplier?.message}
      />
      <VatFields
        currency={period.currency}
        net={form.watch("net_cents")}
        vat={form.watch("vat_cents")}
        onVat={(typed) => form.setValue("vat_cents", typed, { shouldValidate: true })}
        netProps={{ ...form.register("net_cents"), error: errors.net_cents?.message }}
        vatProps={{ ...form.register("vat_cents"), error: errors.vat_cents?.message }}
      />
      {request && (
        <Checkbox
          label={t`Nothing more will come for it`}
          hint={t`What is left of the promised amount is free again.`}
          {...form.register("closes")}
        />
      )}
      <Select label={t`Campaign`} {...form.register("campaign")}>
        <CampaignOptions />
      </Select>
      <Field
        label={t`Note`}
        hint={t`Such as the number of the invoice.`}
        error={errors.note?.message}
        {...form.register("note")}
      />
    </form>
  );
}
