import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { sendAll } from "~/api/documents";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { FilesToSend } from "~/components/files-to-send";
import { toast, toastProblem } from "~/components/toast";
import { parseAmount } from "~/lib/amount";
import { amount, vatAmount } from "~/lib/amount-schema";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import styles from "../form.module.css";
import { FormDialog, FormFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { known } from "../suppliers/suggest";
import { SupplierField, useSuggested } from "../suppliers/supplier-field";
import { VatFields } from "../vat-fields";
import { draftsOf, isDivided, newPart, type Part } from "./parts";
import { PartsFields } from "./parts-fields";

interface Props {
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** An invoice as it came; it may be booked at once, on one line or several. */
export function InvoiceDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Add an invoice`} submit={t`Add it`}>
      {(id) => <InvoiceForm id={id} {...props} />}
    </FormDialog>
  );
}

function InvoiceForm({ id, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const adding = useKeyFor();
  const suggested = useSuggested();
  const [isBooked, setBooked] = useState(false);
  const [parts, setParts] = useState<readonly Part[]>([newPart(1)]);
  const { time_zone: zone } = useOrganisation();
  const [files, setFiles] = useState<readonly File[]>([]);
  const day = v.pipe(
    v.string(),
    v.isoDate(() => t`Choose a day.`),
  );
  const schema = v.object({
    kind: v.picklist(["invoice", "credit_note"]),
    supplier: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Choose a supplier, or write a new one.`),
      v.maxLength(160),
    ),
    number: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Write the number of the invoice.`),
      v.maxLength(80),
    ),
    issued_on: day,
    due_on: v.union([v.literal(""), day]),
    net_cents: amount({ least: 1 }),
    vat_cents: vatAmount(),
    reference: v.pipe(v.string(), v.trim(), v.maxLength(140)),
    iban: v.pipe(v.string(), v.trim(), v.maxLength(60)),
  });
  const form = useChecked(schema, {
    kind: "invoice",
    supplier: "",
    number: "",
    issued_on: dayOf(new Date(), zone),
    due_on: "",
    net_cents: "",
    vat_cents: "",
    reference: "",
    iban: "",
  });
  const add = useMutation({
    mutationKey: [id],
    mutationFn: async ({ supplier: name, due_on, ...rest }: v.InferOutput<typeof schema>) => {
      const supplier = known(name, suggested)?.supplier ?? (await addSupplier(name, adding.keyFor(name)));
      const { net_cents, vat_cents } = rest;
      const body = {
        ...rest,
        supplier,
        due_on: due_on || null,
        foreign_currency: "",
        ...(books && { parts: draftsOf(parts, { net_cents, vat_cents }) }),
      };
      const made = await api.send("post", "/api/invoices/", {
        params: { header: { "Idempotency-Key": keyFor(body) } },
        body,
      });
      const problem = await sendAll(files, { invoice: made.id });
      if (problem) toastProblem(problem);
    },
    onSuccess: () => {
      sent();
      toast(t`The invoice is here.`);
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
    onSettled: again,
  });
  const { errors, isSubmitted } = form.formState;
  const typed = form.watch();
  const books = isBooked && typed.kind === "invoice";
  const whole = { net_cents: parseAmount(typed.net_cents) ?? 0, vat_cents: parseAmount(typed.vat_cents) ?? 0 };
  const isNew = typed.supplier.trim() !== "" && !known(typed.supplier, suggested)?.supplier;
  return (
    <FormFrame
      id={id}
      form={form}
      onSend={(values) => {
        if (!books || isDivided(parts, values)) add.mutate(values);
      }}
    >
      <div className={styles.pair}>
        <Select label={t`What it is`} {...form.register("kind")}>
          <option value="invoice">{t`Invoice`}</option>
          <option value="credit_note">{t`Credit note`}</option>
        </Select>
        <Field label={t`Number`} error={errors.number?.message} {...form.register("number")} />
      </div>
      <SupplierField
        value={typed.supplier}
        onChange={(text) => form.setValue("supplier", text, { shouldDirty: true, shouldValidate: true })}
        error={errors.supplier?.message}
        hint={isNew ? t`A new name: it is added to the suppliers.` : undefined}
      />
      <div className={styles.pair}>
        <Field
          type="date"
          label={t`Day of the invoice`}
          error={errors.issued_on?.message}
          {...form.register("issued_on")}
        />
        <Field type="date" label={t`To be paid by`} error={errors.due_on?.message} {...form.register("due_on")} />
      </div>
      <VatFields
        currency={period.currency}
        net={form.watch("net_cents")}
        vat={form.watch("vat_cents")}
        onVat={(typed) => form.setValue("vat_cents", typed, { shouldValidate: true })}
        netProps={{ ...form.register("net_cents"), error: errors.net_cents?.message }}
        vatProps={{ ...form.register("vat_cents"), error: errors.vat_cents?.message }}
      />
      <div className={styles.pair}>
        <Field
          label={t`Communication for the payment`}
          hint={t`Such as +++010/8068/17183+++.`}
          error={errors.reference?.message}
          {...form.register("reference")}
        />
        <Field label={t`Account to pay to (IBAN)`} error={errors.iban?.message} {...form.register("iban")} />
      </div>
      {typed.kind === "invoice" && (
        <Checkbox
          label={t`Book it at once`}
          hint={t`Else it waits to be booked.`}
          checked={isBooked}
          onChange={(event) => setBooked(event.target.checked)}
        />
      )}
      {books && (
        <PartsFields
          period={period.id}
          currency={period.currency}
          whole={whole}
          parts={parts}
          onChange={setParts}
          isAsked={isSubmitted}
        />
      )}
      <FilesToSend files={files} onChange={setFiles} />
    </FormFrame>
  );
}

async function addSupplier(name: string, key: string): Promise<string> {
  const body = { name, company_number: "", country: "" as const, email: "" };
  return (await api.send("post", "/api/suppliers/", { params: { header: { "Idempotency-Key": key } }, body })).id;
}
