import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Select } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { parseAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import { PlainFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import styles from "./invoices.module.css";
import type { Invoice } from "./model";
import { leftOf, proposedShares, withRest } from "./parts";
import { Amounts, Left } from "./parts-fields";

interface Props {
  id: string;
  invoice: Invoice;
  period: Period;
  onClose: () => void;
  children: ReactNode;
}

/** Which invoice a credit note lowers, and by how much each of its expenses. */
export function CreditForm({ id, invoice: note, period, onClose, children }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const again = useMoneyAgain();
  const [of, setOf] = useState("");
  const [shares, setShares] = useState<readonly { net: string; vat: string }[]>([]);
  const [isAsked, setAsked] = useState(false);
  const query = { supplier: note.supplier, page_size: 100 };
  const { data } = useQuery(api.queryOptions("get", "/api/invoices/", { params: { query } }));
  const booked = (data?.results ?? []).filter(({ kind, parts }) => kind === "invoice" && parts.length > 0);
  const parts = booked.find((each) => each.id === of)?.parts ?? [];
  const isSeveral = parts.length > 1;
  const left = leftOf(note, shares);
  const isReady = of !== "" && (!isSeveral || (left?.net_cents === 0 && left.vat_cents === 0));
  const credit = useMutation({
    mutationKey: [id],
    mutationFn: () => {
      const given = parts.flatMap(({ entry }, index) => {
        const net_cents = parseAmount(shares[index]?.net ?? "") ?? 0;
        const vat_cents = parseAmount(shares[index]?.vat ?? "") ?? 0;
        return net_cents || vat_cents ? [{ entry, net_cents, vat_cents }] : [];
      });
      return api.send("post", "/api/invoices/{id}/credit/", {
        params: { path: { id: note.id } },
        body: { of, shares: isSeveral ? given : [] },
      });
    },
    onSuccess: () => {
      toast(t`The invoice costs less now.`);
      again();
      onClose();
    },
  });
  return (
    <PlainFrame
      id={id}
      refused={credit.error ? asProblem(credit.error).message : undefined}
      onSend={() => {
        setAsked(true);
        if (isReady) credit.mutate();
      }}
    >
      {children}
      {data && booked.length === 0 ? (
        <Note icon="info">{t`No booked invoice of this supplier is here. Book the invoice first.`}</Note>
      ) : (
        <Select
          label={t`The invoice it lowers`}
          value={of}
          onChange={(event) => {
            const chosen = booked.find((each) => each.id === event.target.value);
            setOf(event.target.value);
            setShares(chosen ? proposedShares(chosen.parts, note) : []);
          }}
          error={isAsked && !of ? t`Choose an invoice.` : undefined}
        >
          <option value="">{t`Choose`}</option>
          {booked.map((each) => (
            <option key={each.id} value={each.id}>
              {[
                each.number,
                format.date(each.issued_on, "short"),
                format.money(each.net_cents + each.vat_cents, period.currency),
              ].join(" · ")}
            </option>
          ))}
        </Select>
      )}
      {isSeveral && (
        <>
          <p>{t`It is booked on several lines: say by how much each costs less.`}</p>
          {parts.map((part, index) => {
            const typed = shares[index] ?? { net: "", vat: "" };
            const filled = left ? withRest(typed, left) : typed;
            const set = (more: { net?: string; vat?: string }) =>
              setShares(shares.map((share, place) => (place === index ? { ...share, ...more } : share)));
            const cost = format.money(part.net_cents + part.vat_cents, period.currency);
            return (
              <div key={part.entry} className={styles.share}>
                <span>{t`${part.line_name}, ${cost} until now`}</span>
                <Amounts
                  typed={typed}
                  currency={period.currency}
                  isAsked={isAsked}
                  onChange={set}
                  onRest={filled === typed ? undefined : () => set(filled)}
                />
              </div>
            );
          })}
          <Left left={left} currency={period.currency} />
        </>
      )}
    </PlainFrame>
  );
}
