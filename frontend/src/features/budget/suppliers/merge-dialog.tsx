import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Select } from "~/components/field";
import { toast } from "~/components/toast";
import { FormDialog, PlainFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import { type Supplier, useSuppliers } from "./model";

interface Props {
  supplier: Supplier;
  isOpen: boolean;
  onClose: () => void;
}

/** Two suppliers that are one become one: names, account numbers and invoices go along. */
export function MergeDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Join two suppliers`} submit={t`Join them`}>
      {(id) => <MergeForm id={id} {...props} />}
    </FormDialog>
  );
}

function MergeForm({ id, supplier, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const others = (useSuppliers().data ?? []).filter((each) => each.id !== supplier.id);
  const [into, setInto] = useState("");
  const [isMissing, setMissing] = useState(false);
  const merge = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      api.send("post", "/api/suppliers/{id}/merge/", { params: { path: { id: supplier.id } }, body: { into } }),
    onSuccess: () => {
      toast(t`The two suppliers are one now.`);
      again();
      onClose();
    },
  });
  return (
    <PlainFrame
      id={id}
      refused={merge.error ? asProblem(merge.error).message : undefined}
      onSend={() => {
        setMissing(!into);
        if (into) merge.mutate();
      }}
    >
      <p>{t`Everything of “${supplier.name}” goes to the one you choose: names, account numbers, invoices. It cannot be undone.`}</p>
      <Select
        label={t`The one that stays`}
        value={into}
        onChange={(event) => setInto(event.target.value)}
        error={isMissing && !into ? t`Choose a supplier.` : undefined}
      >
        <option value="">{t`Choose`}</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </Select>
    </PlainFrame>
  );
}
