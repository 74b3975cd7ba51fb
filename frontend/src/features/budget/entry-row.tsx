import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useOrganisation } from "~/api/me";
import { IconButton } from "~/components/icon-button";
import { Money } from "~/components/money";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { costOf, type Entry } from "./model";

const EntryMore = lazy(() => import("./invoices/entry-more"));

import styles from "./rows.module.css";

interface Props {
  entry: Entry;
  currency: string;
  /** Undefined: the person does not keep the books. */
  onTakeBack: (() => void) | undefined;
}

/** One line of the ledger. */
export function EntryRow({ entry, currency, onTakeBack }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { recovers_vat: recovers } = useOrganisation();
  const [isOpen, setOpen] = useState(false);
  const isUndone = Boolean(entry.reversed_by);
  const isCounter = Boolean(entry.reverses);
  const about = [entry.line_name, entry.campaign_name, entry.note].filter(Boolean).join(" · ");
  const title = entry.supplier || entry.note || entry.line_name;
  return (
    <li className={`${styles.item} ${isUndone ? styles.undone : ""} ${isCounter ? styles.counter : ""}`}>
      <div className={`${styles.row} ${styles.entry}`}>
        <span className={styles.main}>
          <span className={styles.title}>{title}</span>
          <span className={styles.small}>
            {format.date(entry.on, "short")} · {about}
          </span>
          {!isUndone && !isCounter && <Stage entry={entry} />}
          {isUndone && (
            <span>
              <Tag icon="undo">{t`Taken back`}</Tag>
            </span>
          )}
          {isCounter && (
            <span>
              <Tag icon="swap">{t`Counter-entry`}</Tag>
            </span>
          )}
        </span>
        <span className={styles.end}>
          <strong>
            <Money cents={costOf(entry, recovers)} currency={currency} />
          </strong>
          {entry.vat_cents !== 0 && (
            <span className={styles.small}>
              {recovers ? (
                <Trans>
                  plus <Money cents={entry.vat_cents} currency={currency} /> VAT
                </Trans>
              ) : (
                <Trans>
                  of which <Money cents={entry.vat_cents} currency={currency} /> VAT
                </Trans>
              )}
            </span>
          )}
        </span>
        <span className={styles.tools}>
          {onTakeBack && entry.may_be_taken_back && (
            <IconButton icon="undo" look="plain" label={t`Take back ${title}`} onClick={onTakeBack} />
          )}
          {!isUndone && !isCounter && (
            <IconButton
              icon={isOpen ? "up" : "down"}
              look="plain"
              label={t`More about ${title}`}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </span>
      </div>
      {isOpen && (
        <Suspense>
          <EntryMore entry={entry} name={title} currency={currency} mayKeep={Boolean(onTakeBack)} />
        </Suspense>
      )}
    </li>
  );
}

/** How far an expense is: with or without an invoice, paid or not. */
function Stage({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  const gross = entry.net_cents + entry.vat_cents;
  return (
    <span className={styles.tags}>
      {entry.paid_cents >= gross ? (
        <Tag tone="ok" icon="check">{t`Paid`}</Tag>
      ) : entry.paid_cents > 0 ? (
        <Tag tone="primary" icon="clock">{t`Partly paid`}</Tag>
      ) : null}
      {!entry.invoice && <Tag tone="warn">{t`Without invoice`}</Tag>}
    </span>
  );
}
