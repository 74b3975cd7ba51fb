import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "~/api/me";
import { usePages } from "~/api/pages";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import styles from "./budget.module.css";
import { EntryRow } from "./entry-row";
import { ExpenseDialog } from "./expense-dialog";
import type { Entry, Period } from "./model";
import { TakeBackDialog } from "./take-back-dialog";

const STEP = 50;

/** What was spent, newest first. Nothing is ever rubbed out: a mistake gets a counter-entry. */
export function Expenses({ period }: { period: Period }) {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const [isBooking, setBooking] = useState(false);
  const [taking, take] = useState<Entry>();
  const list = usePages("/api/entries/", { period: period.id, kind: "expense" }, STEP);
  const book = mayKeep && <Button icon="plus" onClick={() => setBooking(true)}>{t`Book an expense`}</Button>;
  const { rows } = list;
  if (list.error && !rows) return <ErrorState error={list.error} retry={list.retry} />;
  if (!rows) return <SkeletonList rows={6} height={60} />;
  return (
    <Panel title={t`Expenses`} aside={rows.length > 0 && book}>
      {rows.length === 0 ? (
        <Empty icon="euro" title={t`Nothing was spent yet`} action={book}>
          {t`Book each invoice once: the shares and the lines follow by themselves.`}
        </Empty>
      ) : (
        <ul>
          {rows.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              currency={period.currency}
              onTakeBack={mayKeep ? () => take(entry) : undefined}
            />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className={styles.more}>
          <Button busy={list.isFetchingMore} onClick={list.more}>{t`Show more`}</Button>
        </div>
      )}
      <ExpenseDialog period={period} isOpen={isBooking} onClose={() => setBooking(false)} />
      <TakeBackDialog entry={taking} currency={period.currency} onClose={() => take(undefined)} />
    </Panel>
  );
}
