import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Field, Select } from "~/components/field";
import { FileButton } from "~/components/file-button";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { amount } from "~/lib/amount-schema";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { LineOptions } from "../choices";
import styles from "../form.module.css";
import { FormDialog } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { useSuppliers } from "../suppliers/model";
import { VatFields } from "../vat-fields";
import { KINDS } from "./documents";
import { sendDocument } from "./model";

interface Props {
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** An invoice as it came; with a line it is booked at once. */
export function InvoiceDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Add an invoice`} submit={t`Add it`}>
      {(id) => <InvoiceForm id={id} {...props} />}
    </FormDialog>
  );
}

/** The approved requests of a line as options. */
export function RequestOptions({ line }: { line: string }) {
  const { t } = useLingui();
  const query = { line, state: ["approved" as const], page_size: 100 };
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/requests/", { params: { query } }),
    enabled: Boolean(line),
  });
  return (
    <>
      <option value="">{t`Without a request`}</option>
      {(data?.results ?? []).map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </>
  );
}

const NEW = "new";

function InvoiceForm({ id, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const suppliers = (useSuppliers().data ?? []).filter(({ is_active }) => is_active);
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
      v.nonEmpty(() => t`Choose a supplier.`),
    ),
    name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    number: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Write the number of the invoice.`),
      v.maxLength(80),
    ),
    issued_on: day,
    due_on: v.union([v.literal(""), day]),
    net_cents: amount({ least: 1 }),
    vat_cents: amount({ orNothing: true }),
    reference: v.pipe(v.string(), v.trim(), v.maxLength(140)),
    iban: v.pipe(v.string(), v.trim(), v.maxLength(60)),
    line: v.string(),
    request: v.string(),
  });
  const form = useChecked(schema, {
    kind: "invoice",
    supplier: "",
    name: "",
    number: "",
    issued_on: dayOf(new Date(), zone),
    due_on: "",
    net_cents: "",
    vat_cents: "",
    reference: "",
    iban: "",
    line: "",
    request: "",
  });
  const add = useMutation({
    mutationKey: [id],
    mutationFn: async ({ supplier, name, line, request, due_on, ...rest }: v.InferOutput<typeof schema>) => {
      const known =
        supplier === NEW
          ? (await api.send("post", "/api/suppliers/", { body: { name, company_number: "", country: "", email: "" } }))
              .id
          : supplier;
      if (supplier === NEW) form.setValue("supplier", known);
      const { net_cents, vat_cents, kind } = rest;
      const isBooked = line && kind === "invoice";
      const made = await api.send("post", "/api/invoices/", {
        params: { header: { "Idempotency-Key": keyFor([known, line, due_on, rest]) } },
        body: {
          ...rest,
          supplier: known,
          due_on: due_on || null,
          foreign_currency: "",
          ...(isBooked && {
            parts: [{ line, request: request || null, campaign: null, net_cents, vat_cents, closes: Boolean(request) }],
          }),
        },
      });
      for (const file of files) await sendDocument(file, { invoice: made.id });
    },
    onSuccess: () => {
      sent();
      toast(t`The invoice is here.`);
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
    onSettled: again,
  });
  const { errors } = form.formState;
  const [kind, supplier, line] = form.watch(["kind", "supplier", "line"]);
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => add.mutate(values))(event)}
    >
      {errors.root?.message && (
        <Note tone="broken" icon="warning" isUrgent>
          {errors.root.message}
        </Note>
      )}
      <div className={styles.pair}>
        <Select label={t`What it is`} {...form.register("kind")}>
          <option value="invoice">{t`Invoice`}</option>
          <option value="credit_note">{t`Credit note`}</option>
        </Select>
        <Field label={t`Number`} error={errors.number?.message} {...form.register("number")} />
      </div>
      <Select label={t`Supplier`} error={errors.supplier?.message} {...form.register("supplier")}>
        <option value="">{t`Choose`}</option>
        <option value={NEW}>{t`A new supplier`}</option>
        {suppliers.map(({ id: key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      {supplier === NEW && (
        <Field label={t`Name of the supplier`} error={errors.name?.message} {...form.register("name")} />
      )}
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
      {kind === "invoice" && (
        <div className={styles.pair}>
          <Select label={t`Book it on`} {...form.register("line")}>
            <LineOptions period={period.id} />
          </Select>
          {line && (
            <Select label={t`For the approved request`} {...form.register("request")}>
              <RequestOptions line={line} />
            </Select>
          )}
        </div>
      )}
      <div className={styles.rates}>
        <FileButton icon="upload" accept={KINDS} onFiles={(more) => setFiles([...files, ...more])}>
          {t`Attach a file`}
        </FileButton>
        {files.length > 0 && <span>{files.map(({ name }) => name).join(", ")}</span>}
      </div>
    </form>
  );
}
