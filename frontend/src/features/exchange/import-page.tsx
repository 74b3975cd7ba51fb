import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { DropZone } from "~/components/drop-zone";
import { FileButton } from "~/components/file-button";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import { Columns } from "./columns";
import { Done } from "./done";
import { Foot } from "./foot";
import styles from "./import.module.css";
import { Preview } from "./preview";
import { Settle } from "./settle";
import { useImport } from "./use-import";

const KINDS = ".csv,.tsv,.txt,.xlsx,.xlsm";

/** From a spreadsheet to drafts: choose a file, say what its columns hold, mend what is wrong, import. */
export function ImportPage() {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const importing = useImport();
  const { table, checked, problem, take } = importing;
  const pick = ([file]: File[]) => file && void importing.read(file);
  const trouble = problem ?? take.error;
  return (
    <DropZone onFiles={pick} hint={t`Let go to read this file`} className={styles.page}>
      <PageHeader title={t`Import posts`} />
      {trouble && (
        <p className={styles.problem} role="alert">
          <Icon name="warning" />
          {trouble.message}
        </p>
      )}
      {take.data ? (
        <Done made={take.data} onAgain={importing.restart} />
      ) : !table ? (
        <section className={styles.start}>
          <Icon name="upload" size={28} />
          <p>{t`Drop a spreadsheet here: CSV or Excel (.xlsx), one post a row, at most 2,000 rows and 5 MB. Nothing is saved before you have seen every row.`}</p>
          <FileButton
            look="primary"
            accept={KINDS}
            onFiles={pick}
            busy={importing.isReading}
          >{t`Choose a file`}</FileButton>
          <a className={buttonClass("quiet")} href={`/api/imports/sample/?organisation=${slug}`} download>
            <Icon name="download" />
            {t`Download a sample file`}
          </a>
        </section>
      ) : (
        <>
          <Columns importing={importing} table={table} />
          <Settle importing={importing} table={table} />
          {checked && <Preview importing={importing} checked={checked} header={table.header} />}
          <Foot importing={importing} />
        </>
      )}
    </DropZone>
  );
}
