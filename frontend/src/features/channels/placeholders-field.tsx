import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import styles from "./placeholders-field.module.css";

type Row = [key: string, value: string];
interface Props {
  value: readonly Row[];
  onChange: (rows: Row[]) => void;
  error?: string | undefined;
}

/** Return a key as texts write it: "Ma section" is ma-section. */
export const keyFrom = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[^a-z]+|[-_]+$/g, "")
    .slice(0, 40);

/** Return what is complete. */
export const tidy = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    rows.map(([key, value]): Row => [keyFrom(key), value.trim()]).filter(([key, value]) => key && value),
  );

// Written apart: in a sentence that is translated, braces mean something else.
const EXAMPLE = "{section}";

/** What {section} and the like read on this channel. */
export function PlaceholdersField({ value, onChange, error }: Props) {
  const { t } = useLingui();
  const list = useId();
  const { data } = useQuery(api.queryOptions("get", "/api/channels/", { params: { query: { gone: true } } }));
  const used = new Set(value.map(([key]) => key));
  const known = [...new Set(data?.results.flatMap(({ placeholders }) => Object.keys(placeholders)))];
  const missing = known.filter((key) => !used.has(key));
  const set = (at: number, row: Row) => onChange(value.map((each, index) => (index === at ? row : each)));
  return (
    <fieldset>
      <legend className={styles.legend}>{t`Fill-ins`}</legend>
      <p className="muted">
        <Trans>A text may hold a name in braces, such as {EXAMPLE}. Here you say what it reads on this channel.</Trans>
      </p>
      <datalist id={list}>
        {missing.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      {value.map(([key, text], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's name is being typed
        <div key={index} className={styles.row}>
          <Field
            label={t`In braces`}
            value={key}
            list={list}
            maxLength={40}
            autoCapitalize="none"
            onChange={(event) => set(index, [event.target.value, text])}
            onBlur={() => set(index, [keyFrom(key), text])}
          />
          <Field
            label={t`Reads here`}
            value={text}
            maxLength={200}
            onChange={(event) => set(index, [key, event.target.value])}
          />
          <IconButton
            icon="trash"
            look="plain"
            label={t`Remove ${key || t`this fill-in`}`}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div className={styles.more}>
        {missing.slice(0, 4).map((key) => (
          <Button key={key} size="small" icon="plus" onClick={() => onChange([...value, [key, ""]])}>
            {`{${key}}`}
          </Button>
        ))}
        <Button size="small" icon="plus" onClick={() => onChange([...value, ["", ""]])}>{t`Add a fill-in`}</Button>
      </div>
      {error && <p role="alert">{error}</p>}
    </fieldset>
  );
}
