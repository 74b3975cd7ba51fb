import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { Select } from "~/components/field";
import { Panel } from "~/components/panel";
import styles from "./import.module.css";
import { fieldsFor, type Table } from "./model";
import type { Importing } from "./use-import";
import { useFieldWords } from "./words";

/** What each column holds: guessed from its heading, or as it was settled for the same headings before. */
export function Columns({ importing, table }: { importing: Importing; table: Table }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { languages } = useOrganisation();
  const offered = fieldsFor(
    [...new Set([...languages, ...importing.columns.map((field) => field.split("_")[1] ?? "")])].filter(Boolean),
  );
  const how = table.sheet ? t`sheet “${table.sheet}”` : t`read as ${table.encoding}`;
  return (
    <Panel
      title={t`What the columns hold`}
      aside={<span className="muted">{`${table.file_name} · ${how}`}</span>}
      padded
    >
      {table.is_remembered && <p className="muted">{t`As for the last file with these headings.`}</p>}
      <div className={styles.columns}>
        {table.header.map((head, place) => {
          const example = table.rows.find((row) => row.cells[place])?.cells[place] ?? "";
          return (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              key={place}
              label={head || t`Column ${place + 1}`}
              hint={example.slice(0, 60)}
              value={importing.columns[place] ?? ""}
              onChange={(event) => importing.setColumn(place, event.target.value)}
            >
              <option value="">{words("")}</option>
              {offered.map((field) => (
                <option key={field} value={field}>
                  {words(field)}
                </option>
              ))}
            </Select>
          );
        })}
      </div>
    </Panel>
  );
}
