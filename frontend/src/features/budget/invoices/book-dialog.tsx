import { Trans, useLingui } from "@lingui/react/macro";
import { Money } from "~/components/money";
import { FormDialog } from "../form-dialog";
import type { Period } from "../model";
import { BookForm } from "./book-form";
import { CreditForm } from "./credit-form";
import { dueOf, type Invoice } from "./model";

interface Props {
  invoice: Invoice;
  period: Period;
  isOpen: boolean;
  onClose: () => void;
}

/** The invoice becomes expenses of lines; a credit note lowers an invoice. */
export function BookDialog(props: Props) {
  const { t } = useLingui();
  const { invoice, period } = props;
  const { number } = invoice;
  const due = dueOf(invoice);
  const isNote = invoice.kind === "credit_note";
  const Form = isNote ? CreditForm : BookForm;
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={isNote ? t`Credit note ${number}` : t`Book invoice ${number}`}
      submit={isNote ? t`Lower the invoice` : t`Book it`}
    >
      {(id) => (
        <Form id={id} invoice={invoice} period={period} onClose={props.onClose}>
          <p>
            {invoice.supplier_name} ·{" "}
            <strong>
              <Trans>
                <Money cents={due.net_cents + due.vat_cents} currency={period.currency} /> with VAT
              </Trans>
            </strong>
          </p>
        </Form>
      )}
    </FormDialog>
  );
}
