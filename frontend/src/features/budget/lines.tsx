import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { VatBasis } from "~/components/vat-basis";
import { LineDialog } from "./line-dialog";
import { LineRow } from "./line-row";
import styles from "./lines.module.css";
import { grouped, type Line, type Overview, type Period, scaleOf } from "./model";
import { useMayBeyond } from "./queries";

/** What is planned per medium, what is promised and what is spent. */
export function Lines({ period, overview }: { period: Period; overview: Overview }) {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const mayBeyond = useMayBeyond();
  const [isAdding, setAdding] = useState(false);
  const { lines, total } = overview;
  const { paid, others } = grouped(lines);
  const scale = scaleOf(lines);
  const add = mayKeep && <Button size="small" icon="plus" onClick={() => setAdding(true)}>{t`Add a line`}</Button>;
  return (
    <Panel title={t`Lines by medium`} aside={<Key />}>
      {lines.length === 0 ? (
        <Empty icon="budget" title={t`No line is planned yet`} action={add}>
          {t`Plan one line per medium: online press, print, staff, events.`}
        </Empty>
      ) : (
        <>
          <div className={styles.head} aria-hidden="true">
            <span>{t`Medium`}</span>
            <span className={styles.figure}>{t`Planned`}</span>
            <span className={styles.figure}>{t`Asked for`}</span>
            <span className={styles.figure}>{t`Committed`}</span>
            <span className={styles.figure}>{t`Spent`}</span>
            <span className={styles.figure}>{t`Paid`}</span>
          </div>
          <Group title={t`Paid media`} {...{ lines: paid, scale, period, mayKeep, mayBeyond }} />
          <Group title={t`Also in all costs`} {...{ lines: others, scale, period, mayKeep, mayBeyond }} />
          <p className={styles.total}>
            <strong>
              <Trans>
                All, <VatBasis />
              </Trans>
            </strong>
            <Sum name={t`Planned`} cents={total.planned_cents} currency={period.currency} />
            <Sum name={t`Asked for`} cents={total.requested_cents} currency={period.currency} />
            <Sum name={t`Committed`} cents={total.committed_cents} currency={period.currency} />
            <Sum name={t`Spent`} cents={total.spent_cents} currency={period.currency} isStrong />
            <Sum name={t`Paid`} cents={total.paid_cents} currency={period.currency} />
          </p>
          {add && <div className={styles.add}>{add}</div>}
        </>
      )}
      <LineDialog period={period} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Panel>
  );
}

interface GroupProps {
  title: string;
  lines: readonly Line[];
  scale: number;
  period: Period;
  mayKeep: boolean;
  mayBeyond: boolean;
}

function Group({ title, lines, ...rest }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} {...rest} />
        ))}
      </ul>
    </>
  );
}

/** A figure with its name: drawn on a phone, read aloud everywhere. */
export function Sum({
  name,
  cents,
  currency,
  isStrong,
  isAsked,
}: {
  name: string;
  cents: number;
  currency: string;
  isStrong?: boolean;
  isAsked?: boolean;
}) {
  const look = cents === 0 ? styles.zero : isStrong ? styles.strong : isAsked ? styles.asked : "";
  return (
    <span className={`${styles.figure} ${look}`}>
      <span className={styles.label}>{name} </span>
      <Money cents={cents} currency={currency} />
    </span>
  );
}

function Key() {
  const { t } = useLingui();
  return (
    <span className={styles.key} aria-hidden="true">
      <span className={styles.planned}>{t`planned`}</span>
      <span className={styles.committed}>{t`committed`}</span>
      <span className={styles.spent}>{t`spent`}</span>
    </span>
  );
}
