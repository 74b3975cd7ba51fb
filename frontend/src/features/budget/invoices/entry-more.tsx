import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Documents } from "~/components/documents";
import { Fact, Facts } from "~/components/facts";
import { Money } from "~/components/money";
import { useFormat } from "~/lib/use-format";
import { useOthers } from "~/lib/use-others";
import type { Entry } from "../model";
import rows from "../rows.module.css";
import FactsDialog from "./facts-dialog";
import PayDialog from "./pay-dialog";

interface Props {
  entry: Entry;
  name: string;
  currency: string;
  mayKeep: boolean;
}

/** What stands behind an expense: its invoice, files, payment, and what else is known of it. */
export default function EntryMore({ entry, name, currency, mayKeep }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { payersOfExpense, beneficiaries } = useOthers();
  const [open, setOpen] = useState<"pay" | "facts">();
  const close = () => setOpen(undefined);
  const { facts } = entry;
  const owed = entry.net_cents + entry.vat_cents - entry.paid_cents;
  return (
    <div className={rows.opened}>
      <div className={rows.facts}>
        <Facts>
          <Fact name={t`Invoice`}>{entry.invoice_number || "–"}</Fact>
          <Fact name={t`Paid`}>
            <Money cents={entry.paid_cents} currency={currency} />
          </Fact>
          {facts && <Fact name={t`Who paid`}>{facts.payer_name || payersOfExpense[facts.payer ?? "own"]}</Fact>}
          {facts?.beneficiary && facts.beneficiary !== "own" && (
            <Fact name={t`For whom`}>{facts.beneficiary_name || beneficiaries[facts.beneficiary]}</Fact>
          )}
          {facts?.regulated_permille != null && (
            <Fact name={t`In a regulated period`}>
              {format.percent(facts.regulated_permille / 1000)} · {facts.regulated_note}
            </Fact>
          )}
          {facts?.foreign_currency && (
            <Fact name={t`In its own currency`}>
              <Money cents={facts.foreign_cents ?? 0} currency={facts.foreign_currency} />
            </Fact>
          )}
        </Facts>
      </div>
      <Documents documents={entry.documents} place={{ entry: entry.id }} mayAdd={mayKeep} mayRemove={mayKeep} />
      {mayKeep && (
        <div className={rows.acts}>
          {owed > 0 && <Button icon="check" onClick={() => setOpen("pay")}>{t`Record a payment`}</Button>}
          <Button icon="pen" look="quiet" onClick={() => setOpen("facts")}>{t`More about it`}</Button>
        </div>
      )}
      <PayDialog
        what={{ entry: entry.id }}
        name={name}
        open_cents={owed}
        currency={currency}
        isOpen={open === "pay"}
        onClose={close}
      />
      <FactsDialog entry={entry} isOpen={open === "facts"} onClose={close} />
    </div>
  );
}
