import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { Problem } from "~/api/problem";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import styles from "./shelf.module.css";

export interface Kept {
  id: string;
  name: string;
}
interface Props<Row extends Kept> {
  rows: readonly Row[] | undefined;
  error: Problem | null;
  retry: () => void;
  /** What the person may not do is left out. */
  onAdd?: (() => void) | undefined;
  onEdit?: ((row: Row) => void) | undefined;
  onRemove?: ((row: Row) => void) | undefined;
  addWord: string;
  empty: string;
  emptyHint: string;
  /** Under the name. */
  about: (row: Row) => ReactNode;
  /** Other things to do with a row. */
  acts?: (row: Row) => ReactNode;
}
const SEARCH_FROM = 8;

/** One list of kept words: found by name, added, edited, removed. */
export function Shelf<Row extends Kept>(props: Props<Row>) {
  const { rows, error, retry, onAdd, onEdit, onRemove, addWord, empty, emptyHint, about, acts } = props;
  const { t } = useLingui();
  const [sought, setSought] = useState("");
  const shown = rows?.filter((row) => JSON.stringify(row).toLowerCase().includes(sought.trim().toLowerCase()));
  const add = onAdd && (
    <Button look="primary" icon="plus" onClick={onAdd}>
      {addWord}
    </Button>
  );
  if (error && !rows) return <ErrorState error={error} retry={retry} />;
  return (
    <div className={styles.shelf}>
      {rows && rows.length > 0 && (
        <div className={styles.head}>
          {rows.length >= SEARCH_FROM && (
            <Field
              label={t`Look for`}
              labelHidden
              type="search"
              placeholder={t`Look for…`}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          )}
          {add}
        </div>
      )}
      {!rows && <SkeletonList rows={4} height={56} />}
      {rows?.length === 0 && (
        <Empty icon="quote" title={empty} action={add}>
          {emptyHint}
        </Empty>
      )}
      {shown && shown.length > 0 && (
        <Panel>
          <ul>
            {shown.map((row) => (
              <li key={row.id} className={styles.row}>
                <div className={styles.words}>
                  <b>{row.name}</b>
                  {about(row)}
                </div>
                {acts?.(row)}
                {onEdit && (
                  <IconButton icon="pen" look="plain" label={t`Edit ${row.name}`} onClick={() => onEdit(row)} />
                )}
                {onRemove && (
                  <IconButton icon="trash" look="plain" label={t`Remove ${row.name}`} onClick={() => onRemove(row)} />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {rows && rows.length > 0 && shown?.length === 0 && <p className="muted">{t`Nothing like that is kept.`}</p>}
    </div>
  );
}
