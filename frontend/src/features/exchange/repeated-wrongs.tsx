import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Field, Select } from "~/components/field";
import { networkName } from "~/components/network-mark";
import styles from "./import.module.css";
import { type Repeated, type RowChecked, repeated } from "./model";
import type { Importing } from "./use-import";

const MOST = 5;

interface Props {
  importing: Importing;
  said: ReadonlyMap<number, RowChecked>;
  header: readonly string[];
}

/** The same wrong cell in many rows, written anew once for all of them. */
export function RepeatedWrongs({ importing, said, header }: Props) {
  const found = repeated(importing.rows, said, importing.columns);
  return found
    .slice(0, MOST)
    .map((each) => (
      <Again key={`${each.column} ${each.text}`} each={each} importing={importing} name={header[each.column] ?? ""} />
    ));
}

function Again({ each, importing, name }: { each: Repeated; importing: Importing; name: string }) {
  const { t } = useLingui();
  const [text, setText] = useState(each.text);
  const channels = useQuery(api.queryOptions("get", "/api/channels/")).data?.results ?? [];
  const { text: was } = each;
  const count = each.rows.length;
  const label = t`${name}: “${was}” stands in ${count} rows`;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    importing.setCells(each.rows, each.column, text);
  };
  return (
    <form className={styles.alike} onSubmit={onSubmit}>
      <div className={styles.again}>
        {importing.columns[each.column] === "channel" ? (
          <Select label={label} value={text === was ? "" : text} onChange={(event) => setText(event.target.value)}>
            <option value="" disabled>{t`Choose a channel`}</option>
            {channels.map(({ id, name: channel, network }) => (
              <option
                key={id}
                value={`${channel} ${networkName(network)}`}
              >{`${channel}, ${networkName(network)}`}</option>
            ))}
          </Select>
        ) : (
          <Field label={label} value={text} onChange={(event) => setText(event.target.value)} />
        )}
        <Button type="submit" disabled={text === was}>{t`Change in ${count} rows`}</Button>
      </div>
    </form>
  );
}
