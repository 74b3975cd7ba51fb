import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type CSSProperties, lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { Bar } from "~/components/bar";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { Money } from "~/components/money";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { ExpenseDialog } from "./expense-dialog";
import { LineDialog } from "./line-dialog";
import { Sum } from "./lines";
import styles from "./lines.module.css";
import { type Line, nameOfLine, type Period } from "./model";
import { useMoneyAgain } from "./queries";

const BeyondDialog = lazy(() => import("./beyond-dialog"));

interface Props {
  line: Line;
  period: Period;
  /** The longest amount among all lines. */
  scale: number;
  mayKeep: boolean;
  mayBeyond: boolean;
}

export function LineRow({ line, period, scale, mayKeep, mayBeyond }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { currency } = period;
  const name = nameOfLine(line, line.medium_label);
  const isDigital = line.digital_permille >= 500;
  const digital = format.percent(line.digital_permille / 1000, 0);
  const mark = format.percent(line.mark / 100, 0);
  const spent = format.money(line.spent_cents, currency);
  const committed = format.money(line.committed_cents, currency);
  const planned = format.money(line.planned_cents, currency);
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <span
          className={styles.square}
          style={{ "--digital": `${line.digital_permille / 10}%` } as CSSProperties}
          aria-hidden="true"
        />
        <div className={styles.words}>
          <span className={styles.title}>{name}</span>
          <span className={styles.small}>
            {line.medium_label !== name && <span>{line.medium_label} · </span>}
            <span title={line.split_note || undefined}>
              <Trans>{digital} digital</Trans>
            </span>
            {line.invoiced_cents < line.spent_cents && (
              <span>
                {" · "}
                <Trans>
                  <Money cents={line.spent_cents - line.invoiced_cents} currency={currency} /> without an invoice
                </Trans>
              </span>
            )}
            {line.beyond_cents > 0 && (
              <span title={line.beyond_note}>
                {" · "}
                <Trans>
                  <Money cents={line.beyond_cents} currency={currency} /> beyond the plan allowed
                </Trans>
                {`: ${line.beyond_note}`}
              </span>
            )}
            {line.mark > 0 && line.left_cents >= 0 && (
              <strong className={styles.over}>
                {" · "}
                {line.mark === 100 ? t`all of the plan used` : t`${mark} of the plan used`}
              </strong>
            )}
            {line.left_cents < 0 && (
              <strong className={styles.over}>
                {" · "}
                <Trans>
                  <Money cents={-line.left_cents} currency={currency} /> over the plan
                </Trans>
              </strong>
            )}
          </span>
          <div className={styles.bar}>
            <Bar
              label={t`${name}: ${spent} spent, ${committed} committed, of ${planned} planned`}
              planned={line.planned_cents}
              committed={line.committed_cents > 0 ? line.committed_cents + line.spent_cents : 0}
              spent={line.spent_cents}
              scale={scale}
              tone={isDigital ? "digital" : "other"}
            />
          </div>
        </div>
      </div>
      <Sum name={t`Planned`} cents={line.planned_cents} currency={currency} />
      <Sum name={t`Asked for`} cents={line.requested_cents} currency={currency} isAsked />
      <Sum name={t`Committed`} cents={line.committed_cents} currency={currency} />
      <Sum name={t`Spent`} cents={line.spent_cents} currency={currency} isStrong />
      <Sum name={t`Paid`} cents={line.paid_cents} currency={currency} />
      {(mayKeep || mayBeyond) && <LineMenu {...{ line, period, name, mayKeep, mayBeyond }} />}
    </li>
  );
}

function LineMenu({ line, period, name, mayKeep, mayBeyond }: Omit<Props, "scale"> & { name: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const [open, setOpen] = useState<"change" | "book" | "remove" | "beyond">();
  const close = () => setOpen(undefined);
  const remove = useMutation(
    api.mutationOptions("delete", "/api/lines/{id}/", {
      onSuccess: () => {
        toast(t`The line is gone.`);
        again();
      },
      onError: toastProblem,
      onSettled: close,
    }),
  );
  const keeping = [
    { id: "book", label: t`Book an expense`, icon: "euro" as const, onSelect: () => setOpen("book") },
    { id: "change", label: t`Change`, icon: "pen" as const, onSelect: () => setOpen("change") },
    { id: "remove", label: t`Remove`, icon: "trash" as const, danger: true, onSelect: () => setOpen("remove") },
  ];
  return (
    <div className={styles.menu}>
      <Menu
        label={t`What to do with ${name}`}
        placement="bottom end"
        sections={[
          {
            items: [
              ...(mayBeyond
                ? [
                    {
                      id: "beyond",
                      label: t`Allow more than planned`,
                      icon: "up" as const,
                      onSelect: () => setOpen("beyond"),
                    },
                  ]
                : []),
              ...(mayKeep ? keeping : []),
            ],
          },
        ]}
        trigger={(props) => <IconButton {...props} icon="more" look="plain" label={t`What to do with ${name}`} />}
      />
      <LineDialog period={period} line={line} isOpen={open === "change"} onClose={close} />
      <ExpenseDialog period={period} start={{ line: line.id }} isOpen={open === "book"} onClose={close} />
      {open === "beyond" && (
        <Suspense>
          <BeyondDialog line={line} name={name} currency={period.currency} isOpen onClose={close} />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={open === "remove"}
        onClose={close}
        onConfirm={() => remove.mutate({ params: { path: { id: line.id } } })}
        busy={remove.isPending}
        danger
        title={t`Remove “${name}”?`}
        confirm={t`Remove the line`}
      >
        {t`Its planned amount is gone with it. A line on which money was booked or asked for stays.`}
      </ConfirmDialog>
    </div>
  );
}
