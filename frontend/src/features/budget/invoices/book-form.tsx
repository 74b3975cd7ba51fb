import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { PlainFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { BookedBefore, useBookedBefore } from "./booked-before";
import { dueOf, type Invoice } from "./model";
import { draftsOf, isDivided, newPart, type Part } from "./parts";
import { PartsFields } from "./parts-fields";

interface Props {
  id: string;
  invoice: Invoice;
  period: Period;
  onClose: () => void;
  /** What it is about, above the fields. */
  children: ReactNode;
}

/** Book an invoice on lines, or let it stand behind what was booked before it came. */
export function BookForm({ id, invoice, period, onClose, children }: Props) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const due = dueOf(invoice);
  const before = useBookedBefore(invoice);
  const [way, setWay] = useState<"now" | "before">("now");
  const [parts, setParts] = useState<readonly Part[]>([newPart(1)]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsked, setAsked] = useState(false);
  const isBefore = way === "before" && before.length > 0;
  const book = useMutation({
    mutationKey: [id],
    mutationFn: () => {
      const params = { path: { id: invoice.id } };
      return isBefore
        ? api.send("post", "/api/invoices/{id}/tie/", { params, body: { entries: [...chosen] } })
        : api.send("post", "/api/invoices/{id}/book/", { params, body: { parts: draftsOf(parts, due) } });
    },
    onSuccess: () => {
      toast(t`The invoice is booked.`);
      again();
      onClose();
    },
  });
  return (
    <PlainFrame
      id={id}
      refused={book.error ? asProblem(book.error).message : undefined}
      onSend={() => {
        setAsked(true);
        if (isBefore ? chosen.length > 0 : isDivided(parts, due)) book.mutate();
      }}
    >
      {children}
      {before.length > 0 && (
        <Segmented
          label={t`How it is booked`}
          wide
          value={way}
          onChange={setWay}
          options={[
            { value: "now", label: t`Book it now` },
            { value: "before", label: t`It is booked already` },
          ]}
        />
      )}
      {isBefore ? (
        <BookedBefore
          expenses={before}
          invoice={invoice}
          currency={period.currency}
          chosen={chosen}
          onChange={setChosen}
          isAsked={isAsked}
        />
      ) : (
        <PartsFields
          period={period.id}
          currency={period.currency}
          whole={due}
          parts={parts}
          onChange={setParts}
          isAsked={isAsked}
        />
      )}
    </PlainFrame>
  );
}
