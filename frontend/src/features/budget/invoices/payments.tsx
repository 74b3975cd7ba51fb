import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { IconButton } from "~/components/icon-button";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { useMoneyAgain } from "../queries";
import rows from "../rows.module.css";

/** What left the account, newest first; a mistake gets a counter-payment. */
export function Payments({ currency }: { currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const mayKeep = useMay()("keep_money");
  const again = useMoneyAgain();
  const [taking, take] = useState<string>();
  const { data } = useQuery(api.queryOptions("get", "/api/payments/", { params: { query: { page_size: 50 } } }));
  const back = useMutation(
    api.mutationOptions("post", "/api/payments/{id}/take-back/", {
      onSuccess: () => {
        toast(t`The payment is taken back.`);
        again();
      },
      onError: toastProblem,
      onSettled: () => take(undefined),
    }),
  );
  if (!data || data.results.length === 0) return null;
  return (
    <Panel title={t`Payments`}>
      <ul>
        {data.results.map((payment) => {
          const name = payment.supplier_name || payment.to_name || payment.settles[0]?.line_name || "";
          const numbers = [...new Set(payment.settles.map(({ number, line_name }) => number || line_name))].join(", ");
          const isUndone = Boolean(payment.reversed_by);
          return (
            <li
              key={payment.id}
              className={`${rows.item} ${isUndone ? rows.undone : ""} ${payment.reverses ? rows.counter : ""}`}
            >
              <div className={rows.row}>
                <span className={rows.main}>
                  <span className={rows.title}>{name}</span>
                  <span className={rows.small}>
                    {[format.date(payment.on, "short"), numbers, payment.note].filter(Boolean).join(" · ")}
                  </span>
                  {payment.given_back_cents > 0 && (
                    <span>
                      <Tag tone="primary" icon="swap">
                        <Trans>
                          <Money cents={payment.given_back_cents} currency={payment.currency} /> came back
                        </Trans>
                      </Tag>
                    </span>
                  )}
                  {isUndone && (
                    <span>
                      <Tag icon="undo">{t`Taken back`}</Tag>
                    </span>
                  )}
                </span>
                <span className={rows.end}>
                  <strong>
                    <Money cents={payment.cents} currency={payment.currency || currency} />
                  </strong>
                </span>
                {mayKeep && !isUndone && !payment.reverses && payment.given_back_cents === 0 && (
                  <IconButton icon="undo" look="plain" label={t`Take back ${name}`} onClick={() => take(payment.id)} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        isOpen={taking !== undefined}
        onClose={() => take(undefined)}
        onConfirm={() => taking && back.mutate({ params: { path: { id: taking } } })}
        busy={back.isPending}
        title={t`Take this payment back?`}
        confirm={t`Take it back`}
      >
        {t`What it paid is open again. Both stay in the list. The expense itself stays booked.`}
      </ConfirmDialog>
    </Panel>
  );
}
