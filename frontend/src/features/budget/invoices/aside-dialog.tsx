import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { TextArea } from "~/components/field";
import { toast } from "~/components/toast";
import { FormDialog, PlainFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import type { Invoice } from "./model";

interface Props {
  invoice: Invoice;
  isOpen: boolean;
  onClose: () => void;
}

/** An invoice that is not ours or wrong is neither booked nor paid. */
export function AsideDialog({ invoice, isOpen, onClose }: Props) {
  const { t } = useLingui();
  const { number } = invoice;
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t`Set ${number} aside?`} submit={t`Set it aside`}>
      {(id) => <AsideForm id={id} invoice={invoice} onClose={onClose} />}
    </FormDialog>
  );
}

function AsideForm({ id, invoice, onClose }: { id: string; invoice: Invoice; onClose: () => void }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const [note, setNote] = useState("");
  const put = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      api.send("post", "/api/invoices/{id}/set-aside/", { params: { path: { id: invoice.id } }, body: { note } }),
    onSuccess: () => {
      toast(t`It is set aside.`);
      again();
      onClose();
    },
  });
  return (
    <PlainFrame id={id} onSend={() => put.mutate()}>
      <TextArea
        label={t`Why`}
        hint={t`It is then neither booked nor paid, and stays in the list with this reason.`}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.target.value)}
        error={put.error ? asProblem(put.error).message : undefined}
      />
    </PlainFrame>
  );
}
