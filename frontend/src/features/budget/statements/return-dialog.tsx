import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Select, TextArea } from "~/components/field";
import { Money } from "~/components/money";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { FormDialog, PlainFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import { type Movement, returnables, settleBody } from "./model";

interface Props {
  movement: Movement;
  isOpen: boolean;
  onClose: () => void;
}

/** A person says which payment came back. */
export default function ReturnDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`Why did this money come in?`} submit={t`Save`}>
      {(id) => <ReturnForm id={id} {...props} />}
    </FormDialog>
  );
}

function ReturnForm({ id, movement, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const again = useMoneyAgain();
  const [first] = movement.matches;
  const [what, setWhat] = useState(first ? `payment:${first.id}` : "");
  const [lowers, setLowers] = useState<"yes" | "no">("yes");
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const query = { page_size: 200, until: movement.on };
  const { data } = useQuery(api.queryOptions("get", "/api/payments/", { params: { query } }));
  const path = { id: movement.id };
  const isAside = what === "aside";
  const save = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      isAside
        ? api.send("post", "/api/transactions/{id}/set-aside/", { params: { path }, body: { note } })
        : api.send("post", "/api/transactions/{id}/settle/", {
            params: { path },
            body: settleBody(what, { line: "", vat_cents: 0, lowers: lowers === "yes" }),
          }),
    onSuccess: () => {
      toast(isAside ? t`It is set aside.` : t`The payment is given back.`);
      again();
      onClose();
    },
  });
  return (
    <PlainFrame
      id={id}
      refused={save.error ? asProblem(save.error).message : undefined}
      onSend={() => {
        setAsked(true);
        if (what) save.mutate();
      }}
    >
      <p>
        <strong>
          <Money cents={movement.cents} currency={movement.currency} />
        </strong>{" "}
        · {movement.name || movement.communication || "–"} · {format.date(movement.on, "short")}
      </p>
      <Select
        label={t`It gives back`}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
        error={isAsked && !what ? t`Choose the payment, or that it is none of ours.` : undefined}
      >
        <option value="">{t`Choose`}</option>
        <option value="aside">{t`No payment of this budget`}</option>
        {returnables(data?.results ?? [], movement).map(({ id: key, title, cents, on }) => (
          <option key={key} value={`payment:${key}`}>
            {[title, format.money(cents, movement.currency), on && format.date(on, "short")]
              .filter(Boolean)
              .join(" · ")}
          </option>
        ))}
      </Select>
      {isAside ? (
        <TextArea
          label={t`Why`}
          hint={t`Such as a membership fee or a gift.`}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : (
        <>
          <Segmented
            label={t`What it changes`}
            wide
            value={lowers}
            onChange={setLowers}
            options={[
              { value: "yes", label: t`It costs less` },
              { value: "no", label: t`Still to be paid` },
            ]}
          />
          <p>
            {lowers === "yes"
              ? t`What was booked is lowered by it: a counter-entry, and a new entry with what is left. What was paid beyond an invoice goes first.`
              : t`The expense stays as it is booked, and what came back is open on it again.`}
          </p>
        </>
      )}
    </PlainFrame>
  );
}
