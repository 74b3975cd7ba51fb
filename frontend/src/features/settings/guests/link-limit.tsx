import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { toast } from "~/components/toast";
import { parseAmount, writeAmount } from "~/lib/amount";
import styles from "../parts.module.css";

/** Up to which sum a link in a letter is enough; above it whoever decides signs in first. */
export function LinkLimit() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/link-terms/"));
  return (
    <Panel title={t`Money by link`} padded>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && <Form key={data.limit_cents} saved={data.limit_cents} />}
    </Panel>
  );
}

function Form({ saved }: { saved: number }) {
  const { t } = useLingui();
  const { currency } = useOrganisation();
  const isFixed = !useMay()("manage");
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(() => writeAmount(saved));
  const cents = parseAmount(typed);
  const save = useMutation(
    api.mutationOptions("patch", "/api/link-terms/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/link-terms/");
        toast(t`The settings are saved.`);
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (cents !== null) save.mutate({ body: { limit_cents: cents } });
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <p className={styles.hint}>
        {t`Whoever decides has a letter with a link that opens that decision alone. Above this sum, VAT included, they also have to be signed in on the phone or computer they use.`}
      </p>
      <AmountField
        label={t`The link alone is enough up to`}
        currency={currency}
        typed={typed}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        disabled={isFixed}
        error={cents === null ? t`Write an amount such as 1 234,50.` : save.error?.message}
      />
      {!isFixed && (
        <p className={styles.buttons}>
          <Button look="primary" type="submit" busy={save.isPending} disabled={cents === null || cents === saved}>
            {t`Save`}
          </Button>
        </p>
      )}
    </form>
  );
}
