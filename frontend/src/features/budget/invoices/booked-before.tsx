import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Checkbox } from "~/components/checkbox";
import { Money } from "~/components/money";
import { useFormat } from "~/lib/use-format";
import type { Entry } from "../model";
import styles from "./invoices.module.css";
import { candidatesOf, dueOf, type Invoice } from "./model";

/** The expenses without an invoice that this one may stand behind, the most probable first. */
export function useBookedBefore(invoice: Invoice): readonly Entry[] {
  const query = { kind: "expense" as const, page_size: 500 };
  const { data } = useQuery(api.queryOptions("get", "/api/entries/", { params: { query } }));
  return candidatesOf(data?.results ?? [], invoice);
}

interface Props {
  expenses: readonly Entry[];
  invoice: Invoice;
  currency: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  isAsked: boolean;
}

/** Behind which expenses, booked before it came, an invoice stands. They add up to it. */
export function BookedBefore({ expenses, invoice, currency, chosen, onChange, isAsked }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const gross = (each: Pick<Entry, "net_cents" | "vat_cents">) => each.net_cents + each.vat_cents;
  const left = expenses
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, each) => sum - gross(each), gross(dueOf(invoice)));
  return (
    <>
      <p>{t`Choose the expenses it stands behind. Nothing is booked again.`}</p>
      <div className={styles.expenses}>
        {expenses.map((each) => (
          <Checkbox
            key={each.id}
            label={`${format.money(gross(each), currency)} · ${each.supplier || each.note || each.line_name}`}
            hint={[format.date(each.on, "short"), each.line_name, each.note].filter(Boolean).join(" · ")}
            checked={chosen.includes(each.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, each.id] : chosen.filter((id) => id !== each.id))
            }
          />
        ))}
      </div>
      <p className={left === 0 ? styles.done : styles.left} aria-live="polite">
        {left === 0 ? (
          <Trans>They add up to the invoice.</Trans>
        ) : left > 0 ? (
          <Trans>
            <Money cents={left} currency={currency} /> of the invoice is still missing.
          </Trans>
        ) : (
          <Trans>
            <Money cents={-left} currency={currency} /> more than the invoice.
          </Trans>
        )}
      </p>
      {isAsked && chosen.length === 0 && <p role="alert">{t`Choose at least one expense.`}</p>}
    </>
  );
}
