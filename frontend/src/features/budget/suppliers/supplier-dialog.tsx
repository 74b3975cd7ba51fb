import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Checkbox } from "~/components/checkbox";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { FormDialog, FormFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import type { Supplier } from "./model";

interface Props {
  /** Undefined: a new one. */
  supplier?: Supplier | undefined;
  /** The name a new one begins with. */
  name?: string;
  isOpen: boolean;
  onClose: () => void;
}

export function SupplierDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.supplier ? t`Change the supplier` : t`Add a supplier`}
      submit={t`Save`}
    >
      {(id) => <SupplierForm id={id} {...props} />}
    </FormDialog>
  );
}

function SupplierForm({ id, supplier, name = "", onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`A supplier needs a name.`),
      v.maxLength(160),
    ),
    company_number: v.pipe(v.string(), v.trim(), v.maxLength(30)),
    email: v.pipe(v.string(), v.trim(), v.maxLength(254)),
    is_active: v.boolean(),
  });
  const form = useChecked(schema, {
    name: supplier?.name ?? name,
    company_number: supplier?.company_number ?? "",
    email: supplier?.email ?? "",
    is_active: supplier?.is_active ?? true,
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ is_active, ...body }: v.InferOutput<typeof schema>) =>
      supplier
        ? api.send("patch", "/api/suppliers/{id}/", {
            params: { path: { id: supplier.id } },
            body: { ...body, is_active, country: supplier.country as "BE" | "" },
          })
        : api.send("post", "/api/suppliers/", {
            params: { header: { "Idempotency-Key": keyFor(body) } },
            body: { ...body, country: "" },
          }),
    onSuccess: () => {
      sent();
      toast(t`The supplier is saved.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      <Field label={t`Name`} error={errors.name?.message} {...form.register("name")} />
      <Field
        label={t`Company number`}
        hint={t`As on the invoice, such as BE 0428.759.497. Its check digits are looked at.`}
        error={errors.company_number?.message}
        {...form.register("company_number")}
      />
      <Field type="email" label={t`E-mail`} error={errors.email?.message} {...form.register("email")} />
      {supplier && <Checkbox label={t`Still used`} {...form.register("is_active")} />}
    </FormFrame>
  );
}
