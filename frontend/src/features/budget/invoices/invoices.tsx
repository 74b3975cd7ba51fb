import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { usePages } from "~/api/pages";
import { Button } from "~/components/button";
import { Documents } from "~/components/documents";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Fact, Facts } from "~/components/facts";
import { Icon, type IconName } from "~/components/icon";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import page from "../budget.module.css";
import type { Period } from "../model";
import rows from "../rows.module.css";
import { spaced } from "../suppliers/model";
import { AsideDialog } from "./aside-dialog";
import { BookDialog } from "./book-dialog";
import { InvoiceDialog } from "./invoice-dialog";
import { type Invoice, type Standing, standingOf } from "./model";
import PayDialog from "./pay-dialog";
import { Payments } from "./payments";

const standings = {
  to_book: { word: msg`To book`, icon: "ask", tone: "warn" },
  to_pay: { word: msg`To pay`, icon: "clock", tone: "primary" },
  late: { word: msg`Payment overdue`, icon: "warning", tone: "bad" },
  part_paid: { word: msg`Partly paid`, icon: "clock", tone: "primary" },
  paid: { word: msg`Paid`, icon: "check", tone: "ok" },
  to_credit: { word: msg`Credit note to settle`, icon: "ask", tone: "warn" },
  credited: { word: msg`Settled`, icon: "check", tone: "ok" },
  taken_back: { word: msg`Credited in full`, icon: "check", tone: "plain" },
  set_aside: { word: msg`Set aside`, icon: "refused", tone: "plain" },
} as const satisfies Record<Standing, { word: unknown; icon: IconName; tone: string }>;

const STEP = 50;

/** What came in, what waits to be booked or paid, and the files behind it. */
export default function Invoices({ period }: { period: Period }) {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const [isAdding, setAdding] = useState(false);
  const [open, setOpen] = useState<string>();
  const list = usePages("/api/invoices/", {}, STEP);
  const results = list.rows;
  if (list.error && !results) return <ErrorState error={list.error} retry={list.retry} />;
  if (!results) return <SkeletonList rows={6} height={60} />;
  const add = mayKeep && <Button icon="plus" onClick={() => setAdding(true)}>{t`Add an invoice`}</Button>;
  return (
    <div className={page.page}>
      <Panel title={t`Invoices`} aside={results.length > 0 && add}>
        {results.length === 0 ? (
          <Empty icon="budget" title={t`No invoice yet`} action={add}>
            {t`Add invoices here, or take them in under Import. Each counts once, however often it comes.`}
          </Empty>
        ) : (
          <ul>
            {results.map((invoice) => (
              <InvoiceRow
                key={invoice.id}
                invoice={invoice}
                period={period}
                isOpen={invoice.id === open}
                onToggle={() => setOpen(invoice.id === open ? undefined : invoice.id)}
              />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <div className={page.more}>
            <Button busy={list.isFetchingMore} onClick={list.more}>{t`Show more`}</Button>
          </div>
        )}
      </Panel>
      <Payments currency={period.currency} />
      <InvoiceDialog period={period} isOpen={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
}

interface RowProps {
  invoice: Invoice;
  period: Period;
  isOpen: boolean;
  onToggle: () => void;
}

function InvoiceRow({ invoice, period, isOpen, onToggle }: RowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { time_zone: zone } = useOrganisation();
  const { word, icon, tone } = standings[standingOf(invoice, dayOf(new Date(), zone))];
  const sign = invoice.kind === "credit_note" ? -1 : 1;
  const day = invoice.due_on ? format.date(invoice.due_on, "short") : "";
  return (
    <li className={rows.item}>
      <button type="button" className={rows.row} aria-expanded={isOpen} onClick={onToggle}>
        <Icon name={isOpen ? "up" : "down"} className={rows.arrow} />
        <span className={rows.main}>
          <span className={rows.title}>{invoice.supplier_name}</span>
          <span className={rows.small}>
            {invoice.number} · {format.date(invoice.issued_on, "short")}
            {day && ` · ${t`to be paid by ${day}`}`}
          </span>
        </span>
        <span className={rows.end}>
          <strong>
            <Money cents={sign * (invoice.net_cents + invoice.vat_cents)} currency={period.currency} />
          </strong>
          <Tag tone={tone} icon={icon}>
            {t(word)}
          </Tag>
        </span>
      </button>
      {isOpen && <Opened invoice={invoice} period={period} />}
    </li>
  );
}

function Opened({ invoice, period }: { invoice: Invoice; period: Period }) {
  const { t } = useLingui();
  const format = useFormat();
  const mayKeep = useMay()("keep_money");
  const [open, setOpen] = useState<"book" | "pay" | "aside">();
  const close = () => setOpen(undefined);
  const { currency } = period;
  const isUnsettled = invoice.state === "to_book" || invoice.state === "to_credit";
  const lowered = invoice.net_cents + invoice.vat_cents - invoice.due_net_cents - invoice.due_vat_cents;
  const isOwed = invoice.state === "to_pay" || invoice.state === "part_paid";
  return (
    <div className={rows.opened}>
      {invoice.account_unconfirmed && (
        <Note tone="attention" icon="warning">
          {t`It asks to be paid to ${spaced(invoice.iban)}: no second person has confirmed this account number. Enter and confirm it under Suppliers before you pay.`}
        </Note>
      )}
      <div className={rows.facts}>
        <Facts>
          <Fact name={t`Without VAT`}>
            <Money cents={invoice.net_cents} currency={currency} />
          </Fact>
          <Fact name={t`With VAT`}>
            <Money cents={invoice.net_cents + invoice.vat_cents} currency={currency} />
          </Fact>
          {lowered > 0 && (
            <Fact name={t`Less its credit notes`}>
              <Money cents={invoice.due_net_cents + invoice.due_vat_cents} currency={currency} />
            </Fact>
          )}
          <Fact name={t`Paid`}>
            <Money cents={invoice.paid_cents} currency={currency} />
          </Fact>
          {invoice.foreign_currency && (
            <Fact name={t`In its own currency`}>
              <Money cents={invoice.foreign_cents ?? 0} currency={invoice.foreign_currency} />
            </Fact>
          )}
          {invoice.reference && <Fact name={t`Communication for the payment`}>{invoice.reference}</Fact>}
          {invoice.iban && <Fact name={t`Account to pay to (IBAN)`}>{spaced(invoice.iban)}</Fact>}
          {invoice.parts.length > 0 && (
            <Fact name={t`Booked on`} wide>
              {invoice.parts.length === 1
                ? invoice.parts[0]?.line_name
                : invoice.parts
                    .map((part) => `${part.line_name} ${format.money(part.net_cents + part.vat_cents, currency)}`)
                    .join(" · ")}
            </Fact>
          )}
          {invoice.set_aside_note && (
            <Fact name={t`Why it was set aside`} wide>
              {invoice.set_aside_note}
            </Fact>
          )}
        </Facts>
      </div>
      <Documents documents={invoice.documents} place={{ invoice: invoice.id }} mayAdd={mayKeep} mayRemove={mayKeep} />
      {mayKeep && (isUnsettled || isOwed) && (
        <div className={rows.acts}>
          {isUnsettled && (
            <>
              <Button look="primary" icon="euro" onClick={() => setOpen("book")}>
                {invoice.kind === "credit_note" ? t`Choose the invoice it lowers` : t`Book it`}
              </Button>
              <Button look="quiet" icon="refused" onClick={() => setOpen("aside")}>{t`Set it aside`}</Button>
            </>
          )}
          {isOwed && <Button look="primary" icon="check" onClick={() => setOpen("pay")}>{t`Record a payment`}</Button>}
        </div>
      )}
      <BookDialog invoice={invoice} period={period} isOpen={open === "book"} onClose={close} />
      <AsideDialog invoice={invoice} isOpen={open === "aside"} onClose={close} />
      <PayDialog
        what={{ invoice: invoice.id }}
        name={invoice.number}
        open_cents={invoice.open_cents}
        currency={currency}
        isAccountUnknown={invoice.account_unconfirmed}
        isOpen={open === "pay"}
        onClose={close}
      />
    </div>
  );
}
