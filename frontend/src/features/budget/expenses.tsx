import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
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
  const [most, setMost] = useState(STEP);
  const [isBooking, setBooking] = useState(false);
  const [taking, take] = useState<Entry>();
  const query = { period: period.id, kind: "expense" as const, page_size: most };
  const list = useQuery({
    ...api.queryOptions("get", "/api/entries/", { params: { query } }),
    placeholderData: (old) => old,
  });
  const book = mayKeep && <Button icon="plus" onClick={() => setBooking(true)}>{t`Book an expense`}</Button>;
  if (list.error && !list.data) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonList rows={6} height={60} />;
  const { results, count } = list.data;
  return (
    <Panel title={t`Expenses`} aside={results.length > 0 && book}>
      {results.length === 0 ? (
        <Empty icon="euro" title={t`Nothing was spent yet`} action={book}>
          {t`Book each invoice once: the shares and the lines follow by themselves.`}
        </Empty>
      ) : (
        <ul>
          {results.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              currency={period.currency}
              onTakeBack={mayKeep ? () => take(entry) : undefined}
            />
          ))}
        </ul>
      )}
      {count > results.length && (
        <div className={styles.more}>
          <Button busy={list.isFetching} onClick={() => setMost(most + STEP)}>{t`Show more`}</Button>
        </div>
      )}
      <ExpenseDialog period={period} isOpen={isBooking} onClose={() => setBooking(false)} />
      <TakeBackDialog entry={taking} currency={period.currency} onClose={() => take(undefined)} />
    </Panel>
  );
}
