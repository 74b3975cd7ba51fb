import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ChangeEvent } from "react";
import { api } from "~/api/client";
import { Field, TextArea } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { NetworkMark } from "~/components/network-mark";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "./import.module.css";
import { isLong, type Row, type RowChecked, settledAbove } from "./model";
import type { Importing } from "./use-import";

interface Props {
  row: Row;
  said: RowChecked | undefined;
  header: readonly string[];
  importing: Importing;
}

/** A row as it was understood; a cell that is wrong can be written anew in its place. */
export function PreviewRow({ row, said, header, importing }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const channels = useQuery(api.queryOptions("get", "/api/channels/")).data?.results ?? [];
  const problems = said?.problems ?? [];
  const number = row.row;
  const columns = [...new Set(problems.map(({ column }) => column))].sort((one, other) => (one ?? -1) - (other ?? -1));
  const at = said?.local_time ?? "";
  return (
    <li className={styles.row}>
      <div className={styles.facts}>
        <span className={styles.number}>{t`Row ${number}`}</span>
        <span className="num">{at ? `${format.date(at.slice(0, 10), "short")}, ${at.slice(11)}` : t`no time yet`}</span>
        {channels
          .filter(({ id }) => said?.channels.includes(id))
          .map(({ id, network, name }) => (
            <span key={id} className={styles.channel}>
              <NetworkMark network={network} size={14} />
              {name}
            </span>
          ))}
        {said && said.languages.length > 0 && (
          <span className={styles.languages}>{said.languages.join("+").toUpperCase()}</span>
        )}
        {problems.length > 0 && <Tag tone="bad" icon="warning">{t`Needs a change`}</Tag>}
        <IconButton
          icon="close"
          size="small"
          label={t`Leave out row ${number}`}
          onClick={() => importing.leaveOut([number])}
          className={styles.out}
        />
      </div>
      {said?.first_line && <p className={styles.words}>{said.first_line}</p>}
      {columns.map((column) => {
        const here = problems.filter((one) => one.column === column);
        const errors = here.map(({ message }) => message);
        if (column === null || here.every(settledAbove)) {
          return errors.map((words) => (
            <p key={words} className={styles.why}>
              {words}
            </p>
          ));
        }
        const Cell = isLong(importing.columns[column]) ? TextArea : Field;
        return (
          <Cell
            key={column}
            label={header[column] || t`Column ${column + 1}`}
            value={row.cells[column] ?? ""}
            onChange={(event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
              importing.setCells([number], column, event.target.value)
            }
            error={errors.join(" ")}
          />
        );
      })}
    </li>
  );
}
