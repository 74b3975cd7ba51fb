import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount, vatAmount } from "~/lib/amount-schema";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { useOthers } from "~/lib/use-others";
import { CampaignOptions, LineOptions } from "./choices";
import { ForOthers } from "./for-others";
import { ForbiddenReach } from "./forbidden-reach";
import styles from "./form.module.css";
import { FormDialog, FormFrame } from "./form-dialog";
import { type Forbidden, forbiddenOf, type Period, type Request } from "./model";
import { useLines, useMedia, useMoneyAgain } from "./queries";
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
  const lines = useLines(period.id);
  const media = useMedia();
  const { payersOfExpense } = useOthers();
  const [forbidden, setForbidden] = useState<Forbidden>();
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
    vat_cents: vatAmount(),
    campaign: v.string(),
    note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
    closes: v.boolean(),
    payer: v.string(),
    payer_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    beneficiary: v.string(),
    beneficiary_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
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
    payer: request?.payer ?? "own",
    payer_name: request?.payer_name ?? "",
    beneficiary: request?.beneficiary ?? "own",
    beneficiary_name: request?.beneficiary_name ?? "",
  });
  const book = useMutation({
    mutationKey: [id],
    mutationFn: ({ campaign, closes, payer, beneficiary, ...rest }: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/entries/", {
        params: { header: { "Idempotency-Key": keyFor([campaign, closes, payer, beneficiary, rest]) } },
        body: {
          ...rest,
          payer: payer as never,
          beneficiary: beneficiary as never,
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
    onMutate: () => setForbidden(undefined),
    onError: (error) => {
      const problem = asProblem(error);
      const found = forbiddenOf(problem);
      if (found) setForbidden(found);
      else showRefusal(form, problem);
    },
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => book.mutate(values)}>
      {forbidden && (
        <ForbiddenReach
          forbidden={forbidden}
          lines={lines}
          media={media}
          onLine={(chosen) => form.setValue("line", chosen)}
        />
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
      <ForOthers form={form as never} payers={payersOfExpense} onChange={() => setForbidden(undefined)} />
    </FormFrame>
  );
}
