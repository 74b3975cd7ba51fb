import { useLingui } from "@lingui/react/macro";
import { AskForm } from "./ask-form";
import type { Prefill } from "./ask-schema";
import { FormDialog } from "./form-dialog";
import type { Period, Request } from "./model";

interface Props {
  period: Period;
  /** Given: it is changed and asked anew. */
  request?: Request;
  /** What stands in a new one at first. */
  prefill?: Prefill;
  isOpen: boolean;
  onClose: () => void;
  onAsked: (request: Request) => void;
}

/** Ask for money: what for, how much, from which line. */
export function AskDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.request ? t`Change the request` : t`Ask for money`}
      submit={props.request ? t`Ask again` : t`Ask`}
    >
      {(id) => <AskForm id={id} {...props} />}
    </FormDialog>
  );
}
