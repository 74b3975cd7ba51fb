import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Field, Select } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { VatBasis } from "~/components/vat-basis";
import { parseAmount, writeAmount } from "~/lib/amount";
import { type Threshold, thresholdsOf, type WrittenThreshold } from "./model";
import styles from "./thresholds.module.css";

/** From which sum on who decides about money, and how many. */
export default function Thresholds() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/thresholds/"));
  return (
    <Panel title={t`Who decides on which sum`} padded>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={3} />}
      {data && <Form key={JSON.stringify(data)} saved={data} />}
    </Panel>
  );
}

const written = (rows: readonly Threshold[]): WrittenThreshold[] =>
  rows.map(({ from_cents, verb, needed }) => ({
    id: crypto.randomUUID(),
    from: writeAmount(from_cents),
    verb,
    needed: String(needed),
  }));

function Form({ saved }: { saved: readonly Threshold[] }) {
  const { t } = useLingui();
  const isFixed = !useMay()("manage");
  const { currency } = useOrganisation();
  const queryClient = useQueryClient();
  const [rows, setRows] = useState(() => written(saved));
  const given = thresholdsOf(rows);
  const isChanged = JSON.stringify(given) !== JSON.stringify(saved);
  const edit = (id: string, some: Partial<WrittenThreshold>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...some } : row)));
  const save = useMutation(
    api.mutationOptions("put", "/api/thresholds/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/thresholds/");
        toast(t`The settings are saved.`);
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (given) save.mutate({ body: given });
  };
  const deciders = {
    decide_money: t`who decides on money`,
    decide_large: t`the treasurer or the board`,
    decide_largest: t`the board`,
  } satisfies Record<Threshold["verb"], string>;
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <p className={styles.hint}>
        <Trans>
          Whoever asks never counts among them. Sums <VatBasis />. They hold for what is asked from now on.
        </Trans>
      </p>
      {rows.map((row, index) => (
        <fieldset key={row.id} className={styles.row}>
          <legend className="only-read">{t`Threshold ${index + 1}`}</legend>
          <AmountField
            label={t`From this sum`}
            currency={currency}
            typed={row.from}
            value={row.from}
            onChange={({ target }) => edit(row.id, { from: target.value })}
            disabled={isFixed}
            error={parseAmount(row.from) === null ? t`Write an amount such as 1 234,50.` : undefined}
          />
          <Field
            label={t`People`}
            type="number"
            inputMode="numeric"
            min={1}
            max={9}
            value={row.needed}
            onChange={({ target }) => edit(row.id, { needed: target.value })}
            disabled={isFixed}
          />
          <Select
            label={t`The last of them`}
            value={row.verb}
            onChange={({ target }) => edit(row.id, { verb: target.value as Threshold["verb"] })}
            disabled={isFixed}
          >
            {Object.entries(deciders).map(([verb, name]) => (
              <option key={verb} value={verb}>
                {name}
              </option>
            ))}
          </Select>
          {!isFixed && rows.length > 1 && (
            <IconButton
              icon="trash"
              look="plain"
              label={t`Remove threshold ${index + 1}`}
              onClick={() => setRows((before) => before.filter(({ id }) => id !== row.id))}
            />
          )}
        </fieldset>
      ))}
      {save.error && (
        <p className={styles.wrong} role="alert">
          {save.error.message}
        </p>
      )}
      {!isFixed && (
        <p className={styles.buttons}>
          <Button
            icon="plus"
            onClick={() =>
              setRows((before) => [
                ...before,
                { id: crypto.randomUUID(), from: "", verb: "decide_largest", needed: "2" },
              ])
            }
          >{t`Add a threshold`}</Button>
          <Button look="primary" type="submit" busy={save.isPending} disabled={!given || !isChanged}>{t`Save`}</Button>
        </p>
      )}
    </form>
  );
}
