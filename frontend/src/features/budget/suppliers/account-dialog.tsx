import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Field, Select } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { FormDialog, FormFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import { inUse, type Supplier, spaced } from "./model";

interface Props {
  supplier: Supplier;
  /** The number to begin with: one a bank statement brought. */
  iban?: string;
  isOpen: boolean;
  onClose: () => void;
}

/** A new account number waits until somebody else has confirmed it. */
export function AccountDialog(props: Props) {
  const { t } = useLingui();
  const { name } = props.supplier;
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t`New account number of ${name}`}
      submit={t`Put it to somebody else`}
    >
      {(id) => <AccountForm id={id} {...props} />}
    </FormDialog>
  );
}

function AccountForm({ id, supplier, iban = "", onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const schema = v.object({
    iban: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Write the account number (IBAN).`),
      v.maxLength(60),
    ),
    holder: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    replaces: v.string(),
  });
  const form = useChecked(schema, { iban, holder: supplier.name, replaces: "" });
  const propose = useMutation({
    mutationKey: [id],
    mutationFn: ({ replaces, ...body }: v.InferOutput<typeof schema>) =>
      api.send("post", "/api/suppliers/{id}/accounts/", {
        params: { path: { id: supplier.id }, header: { "Idempotency-Key": keyFor([body, replaces]) } },
        body: { ...body, replaces: replaces || null },
      }),
    onSuccess: () => {
      sent();
      toast(t`The account number waits for somebody else.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  const known = inUse(supplier.accounts);
  return (
    <FormFrame id={id} form={form} onSend={(values) => propose.mutate(values)}>
      <Note icon="lock">
        {t`A letter about a new account number is often a fraud. Whoever confirms this number should ask the supplier by telephone, on a number you knew before.`}
      </Note>
      <Field
        label={t`Account number (IBAN)`}
        autoComplete="off"
        spellCheck={false}
        error={errors.iban?.message}
        {...form.register("iban")}
      />
      <Field label={t`In the name of`} error={errors.holder?.message} {...form.register("holder")} />
      {known.length > 0 && (
        <Select label={t`Does it replace one?`} {...form.register("replaces")}>
          <option value="">{t`No, it is one more`}</option>
          {known.map((account) => (
            <option key={account.id} value={account.id}>
              {spaced(account.iban)}
            </option>
          ))}
        </Select>
      )}
    </FormFrame>
  );
}
