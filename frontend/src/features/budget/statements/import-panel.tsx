import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { DropZone } from "~/components/drop-zone";
import { FileButton } from "~/components/file-button";
import { Icon } from "~/components/icon";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import { useFormat } from "~/lib/use-format";
import page from "../budget.module.css";
import type { Period } from "../model";
import rows from "../rows.module.css";
import { Movements } from "./movements";
import { kinds, Preview } from "./preview";
import styles from "./statements.module.css";
import { useFile } from "./use-file";

interface Props {
  period: Period;
  onInvoices: () => void;
}

/** From the bank's file to the books: drop it, look at it, take it in, say what each payment paid. */
export default function ImportPanel({ period, onInvoices }: Props) {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const { slug } = useOrganisation();
  const filing = useFile();
  const pick = ([file]: File[]) => file && void filing.look(file);
  const { read, done, problem } = filing;
  return (
    <DropZone onFiles={pick} isDisabled={!mayKeep} hint={t`Let go to read this file`} className={page.page}>
      {problem && (
        <Note tone="broken" icon="warning" isUrgent>
          {problem.message}
        </Note>
      )}
      {done && (
        <Note
          tone="ok"
          icon="check"
          actions={done.statement.invoice && <Button onClick={onInvoices}>{t`Go to the invoices`}</Button>}
        >
          {done.statement.invoice ? (
            t`The invoice is here, with its file. It waits to be booked.`
          ) : (
            <Plural
              value={done.fresh}
              _0="Nothing new was in it: all of it is in the books already."
              one="# new movement was taken in."
              other="# new movements were taken in."
            />
          )}
        </Note>
      )}
      {read ? (
        <Preview key={read.sha256} filing={filing} read={read} period={period} />
      ) : (
        mayKeep && (
          <section className={styles.start}>
            <Icon name="upload" size={28} />
            <p>
              {t`Drop a file here: a statement of your bank (CODA, CAMT.053, CSV or Excel), an electronic invoice (Peppol), or the export of Meta Ads Manager. Nothing is saved before you have seen it, and nothing is counted twice.`}
            </p>
            <FileButton
              look="primary"
              accept=".csv,.txt,.cod,.coda,.xml,.xlsx,.xlsm,.tsv"
              busy={filing.isBusy}
              onFiles={pick}
            >{t`Choose a file`}</FileButton>
            <a className={buttonClass("quiet")} href={`/api/statements/template/?organisation=${slug}`} download>
              <Icon name="download" />
              {t`Download our template`}
            </a>
          </section>
        )
      )}
      <Movements period={period} />
      <Files />
    </DropZone>
  );
}

function Files() {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(api.queryOptions("get", "/api/statements/"));
  if (!data || data.results.length === 0) return null;
  return (
    <Panel title={t`Files taken in`}>
      <ul>
        {data.results.map((statement) => (
          <li key={statement.id} className={rows.item}>
            <div className={rows.row}>
              <span className={rows.main}>
                <span className={rows.title}>{statement.file_name}</span>
                <span className={rows.small}>
                  {[t(kinds[statement.kind]), format.date(statement.taken_at, "short"), statement.taken_by_name]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <span className={rows.end}>
                {statement.waiting > 0 && (
                  <Plural value={statement.waiting} one="# payment to settle" other="# payments to settle" />
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
