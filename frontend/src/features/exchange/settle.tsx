import { useLingui } from "@lingui/react/macro";
import { Segmented } from "~/components/segmented";
import { useFormat } from "~/lib/use-format";
import styles from "./import.module.css";
import type { Order, Table } from "./model";
import type { Importing } from "./use-import";

/** What only a person can know: which of two days is meant, and whether the same file is meant a second time. */
export function Settle({ importing, table }: { importing: Importing; table: Table }) {
  const { t } = useLingui();
  const format = useFormat();
  const { checked, order } = importing;
  const [example] = checked?.doubtful ?? [];
  const { earlier } = table;
  const dmy = example ? format.date(example.dmy, "long") : "";
  const mdy = example ? format.date(example.mdy, "long") : "";
  const text = example?.text;
  const read = order === "dmy" ? dmy : mdy;
  const by = earlier?.by;
  const when = earlier ? format.dateTime(earlier.created_at) : "";
  return (
    <>
      {earlier && (
        <p className={styles.notice} role="status">
          {t`This very file was imported on ${when} by ${by}. Importing it again makes the same drafts a second time.`}
        </p>
      )}
      {example && (
        <div className={styles.notice}>
          <p>
            {order
              ? t`${text} is read as ${read}.`
              : t`${text} may be ${dmy} or ${mdy}. Which comes first in this file?`}
          </p>
          <Segmented
            label={t`What comes first`}
            value={order}
            onChange={(next: Order) => importing.setOrder(next)}
            options={[
              { value: "dmy", label: t`The day` },
              { value: "mdy", label: t`The month` },
            ]}
          />
        </div>
      )}
    </>
  );
}
