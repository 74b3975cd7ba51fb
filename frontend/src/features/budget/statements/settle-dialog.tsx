import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { AmountField } from "~/components/amount-field";
import { Select, TextArea } from "~/components/field";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { parseAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import { LineOptions } from "../choices";
import { FormDialog, PlainFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { type Movement, settleBody } from "./model";

interface Props {
  movement: Movement;
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** A person says what a movement paid. */
export default function SettleDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`What did this pay?`} submit={t`Save`}>
      {(id) => <SettleForm id={id} {...props} />}
    </FormDialog>
  );
}

function SettleForm({ id, movement, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const again = useMoneyAgain();
  const [first] = movement.matches;
  const [what, setWhat] = useState(first ? `${first.kind}:${first.id}` : "line");
  const [line, setLine] = useState("");
  const [vat, setVat] = useState("");
  const [note, setNote] = useState("");
  const path = { id: movement.id };
  const vat_cents = vat.trim() === "" ? 0 : parseAmount(vat);
  const settle = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      what === "aside"
        ? api.send("post", "/api/transactions/{id}/set-aside/", { params: { path }, body: { note } })
        : api.send("post", "/api/transactions/{id}/settle/", {
            params: { path },
            body: settleBody(what, { line, vat_cents: vat_cents ?? 0 }),
          }),
    onSuccess: () => {
      toast(what === "aside" ? t`It is set aside.` : t`The payment is recorded.`);
      again();
      onClose();
    },
  });
  const problem = settle.error ? asProblem(settle.error) : undefined;
  const needsLine = what === "line";
  const offersLine = needsLine || what.startsWith("invoice");
  const makesExpense = needsLine || what.startsWith("request");
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && needsLine && !line;
  const isVatWrong = makesExpense && vat_cents === null;
  return (
    <PlainFrame
      id={id}
      refused={problem?.message}
      onSend={() => {
        setAsked(true);
        if ((needsLine && !line) || isVatWrong) return;
        settle.mutate();
      }}
    >
      {movement.account_unconfirmed && (
        <Note tone="attention" icon="warning">
          {t`It went to an account number that no second person has confirmed.`}
        </Note>
      )}
      <p>
        <strong>
          <Money cents={movement.cents} currency={movement.currency} />
        </strong>{" "}
        · {movement.name || movement.communication || "–"} · {format.date(movement.on, "short")}
      </p>
      <Select label={t`It paid`} value={what} onChange={(event) => setWhat(event.target.value)}>
        {movement.matches.map((match) => (
          <option key={match.id} value={`${match.kind}:${match.id}`}>
            {`${match.title} · ${format.money(match.cents, movement.currency)}`}
          </option>
        ))}
        <option value="line">{t`A new expense of a line`}</option>
        <option value="aside">{t`No expense of this budget`}</option>
      </Select>
      {offersLine && (
        <Select
          label={t`Line`}
          hint={needsLine ? undefined : t`Only when the invoice is not booked yet.`}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          error={isMissing ? t`Choose a line.` : undefined}
        >
          <LineOptions period={period.id} />
        </Select>
      )}
      {makesExpense && (
        <AmountField
          label={t`Of which VAT`}
          currency={movement.currency}
          typed={vat}
          value={vat}
          onChange={(event) => setVat(event.target.value)}
          error={isVatWrong ? t`Write an amount such as 1 234,50.` : undefined}
        />
      )}
      {what === "aside" && (
        <TextArea
          label={t`Why`}
          hint={t`Such as bank costs or a transfer between our own accounts.`}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
    </PlainFrame>
  );
}
