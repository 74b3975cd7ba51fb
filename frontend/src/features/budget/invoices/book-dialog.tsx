import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Select } from "~/components/field";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { CampaignOptions, LineOptions } from "../choices";
import styles from "../form.module.css";
import { FormDialog } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { RequestOptions } from "./invoice-dialog";
import type { Invoice } from "./model";

interface Props {
  invoice: Invoice;
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** The invoice becomes an expense of a line; a credit note lowers an invoice. */
export function BookDialog(props: Props) {
  const { t } = useLingui();
  const { number, kind } = props.invoice;
  const isNote = kind === "credit_note";
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={isNote ? t`Credit note ${number}` : t`Book invoice ${number}`}
      submit={isNote ? t`Lower the invoice` : t`Book it`}
    >
      {(id) => (isNote ? <CreditForm id={id} {...props} /> : <BookForm id={id} {...props} />)}
    </FormDialog>
  );
}

function Sum({ invoice, currency }: { invoice: Invoice; currency: string }) {
  return (
    <p>
      {invoice.supplier_name} ·{" "}
      <strong>
        <Trans>
          <Money cents={invoice.net_cents + invoice.vat_cents} currency={currency} /> with VAT
        </Trans>
      </strong>
    </p>
  );
}

function BookForm({ id, invoice, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const [line, setLine] = useState("");
  const [request, setRequest] = useState("");
  const [campaign, setCampaign] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [entry, setEntry] = useState("");
  const { net_cents, vat_cents } = invoice;
  const query = { kind: "expense" as const, page_size: 500 };
  const { data: expenses } = useQuery(api.queryOptions("get", "/api/entries/", { params: { query } }));
  const booked = (expenses?.results ?? []).filter(
    (each) =>
      !each.invoice && !each.reverses && !each.reversed_by && each.net_cents + each.vat_cents === net_cents + vat_cents,
  );
  const book = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      entry
        ? api.send("post", "/api/invoices/{id}/tie/", {
            params: { path: { id: invoice.id } },
            body: { entries: [entry] },
          })
        : api.send("post", "/api/invoices/{id}/book/", {
            params: { path: { id: invoice.id } },
            body: {
              parts: [
                {
                  line,
                  request: request || null,
                  campaign: campaign || null,
                  net_cents,
                  vat_cents,
                  closes: Boolean(request),
                },
              ],
            },
          }),
    onSuccess: () => {
      toast(t`The invoice is booked.`);
      again();
      onClose();
    },
  });
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!line);
        if (line || entry) book.mutate();
      }}
    >
      {book.error && (
        <Note tone="broken" icon="warning" isUrgent>
          {asProblem(book.error).message}
        </Note>
      )}
      <Sum invoice={invoice} currency={period.currency} />
      {booked.length > 0 && (
        <Select
          label={t`Was it booked before it came?`}
          hint={t`Then it stands behind that expense, and nothing is booked again.`}
          value={entry}
          onChange={(event) => setEntry(event.target.value)}
        >
          <option value="">{t`No, book it now`}</option>
          {booked.map((each) => (
            <option key={each.id} value={each.id}>
              {[each.on, each.supplier, each.line_name].filter(Boolean).join(" · ")}
            </option>
          ))}
        </Select>
      )}
      {!entry && (
        <>
          <Select
            label={t`Line`}
            value={line}
            onChange={(event) => {
              setLine(event.target.value);
              setRequest("");
            }}
            error={isMissing && !line ? t`Choose a line.` : undefined}
          >
            <LineOptions period={period.id} />
          </Select>
          {line && (
            <Select
              label={t`For the approved request`}
              hint={t`What was promised for it is used up; what is left of it is free again.`}
              value={request}
              onChange={(event) => setRequest(event.target.value)}
            >
              <RequestOptions line={line} />
            </Select>
          )}
          <Select label={t`Campaign`} value={campaign} onChange={(event) => setCampaign(event.target.value)}>
            <CampaignOptions />
          </Select>
        </>
      )}
    </form>
  );
}

function CreditForm({ id, invoice, period, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const [of, setOf] = useState("");
  const [isMissing, setMissing] = useState(false);
  const query = { supplier: invoice.supplier, page_size: 100 };
  const { data } = useQuery(api.queryOptions("get", "/api/invoices/", { params: { query } }));
  const booked = (data?.results ?? []).filter(({ kind, parts }) => kind === "invoice" && parts.length > 0);
  const credit = useMutation({
    mutationKey: [id],
    mutationFn: () =>
      api.send("post", "/api/invoices/{id}/credit/", { params: { path: { id: invoice.id } }, body: { of } }),
    onSuccess: () => {
      toast(t`The invoice costs less now.`);
      again();
      onClose();
    },
  });
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!of);
        if (of) credit.mutate();
      }}
    >
      {credit.error && (
        <Note tone="broken" icon="warning" isUrgent>
          {asProblem(credit.error).message}
        </Note>
      )}
      <Sum invoice={invoice} currency={period.currency} />
      <Select
        label={t`The invoice it lowers`}
        value={of}
        onChange={(event) => setOf(event.target.value)}
        error={isMissing && !of ? t`Choose an invoice.` : undefined}
      >
        <option value="">{t`Choose`}</option>
        {booked.map((each) => (
          <option key={each.id} value={each.id}>
            {each.number}
          </option>
        ))}
      </Select>
    </form>
  );
}
