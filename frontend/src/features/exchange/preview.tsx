import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Panel } from "~/components/panel";
import styles from "./import.module.css";
import type { Checked } from "./model";
import { PreviewRow } from "./preview-row";
import { RepeatedWrongs } from "./repeated-wrongs";
import type { Importing } from "./use-import";

const AT_ONCE = 100;

/** Every row with what is wrong in it, the cells that need it open to be mended. */
export function Preview({
  importing,
  checked,
  header,
}: {
  importing: Importing;
  checked: Checked;
  header: readonly string[];
}) {
  const { t } = useLingui();
  const [isWrongOnly, setWrongOnly] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  const said = useMemo(() => new Map(checked.rows.map((row) => [row.row, row])), [checked]);
  const wrong = checked.rows.filter((row) => row.problems.length > 0).map(({ row }) => row);
  const rows = importing.rows.filter((row) => !isWrongOnly || (said.get(row.row)?.problems.length ?? 0) > 0);
  return (
    <Panel
      title={t`Every row`}
      aside={
        wrong.length > 0 && (
          <Button
            size="small"
            look="quiet"
            onClick={() => importing.leaveOut(wrong)}
          >{t`Leave out the rows that need a change`}</Button>
        )
      }
    >
      {wrong.length > 0 && (
        <div className={styles.only}>
          <Checkbox
            label={t`Only rows that need a change`}
            checked={isWrongOnly}
            onChange={(event) => setWrongOnly(event.target.checked)}
          />
        </div>
      )}
      <RepeatedWrongs importing={importing} said={said} header={header} />
      <ol className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <PreviewRow key={row.row} row={row} said={said.get(row.row)} header={header} importing={importing} />
        ))}
      </ol>
      {rows.length > shown && <Button wide onClick={() => setShown(shown + AT_ONCE)}>{t`Show more`}</Button>}
    </Panel>
  );
}
