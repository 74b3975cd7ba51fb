import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import type { components } from "~/api/schema.gen";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { toast, toastProblem } from "~/components/toast";
import styles from "./approvals.module.css";

type Patience = components["schemas"]["PatienceOf"];

/** How long a decision may wait before people are reminded, and before others are called upon. */
export function PatiencePanel() {
  const { t } = useLingui();
  const isFixed = !useMay()("manage");
  const queryClient = useQueryClient();
  const { data } = useQuery(api.queryOptions("get", "/api/patience/"));
  const [draft, setDraft] = useState<Partial<Patience>>({});
  const save = useMutation(
    api.mutationOptions("put", "/api/patience/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/patience/");
        setDraft({});
        toast(t`The settings are saved.`);
      },
      onError: (problem) => Object.keys(problem.fields).length === 0 && toastProblem(problem),
    }),
  );
  if (!data) return null;
  const shown = { ...data, ...draft };
  const isChanged = JSON.stringify(shown) !== JSON.stringify(data);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ body: shown });
  };
  const clock = (name: "day_from_h" | "day_until_h", label: string, first: number) => (
    <Select
      label={label}
      value={String(shown[name] ?? "")}
      disabled={isFixed || !shown.is_on}
      error={save.error?.fields[name]?.join(" ")}
      onChange={({ target }) => setDraft({ ...draft, [name]: Number(target.value) })}
    >
      {Array.from({ length: 24 }, (_, at) => at + first).map((hour) => (
        <option key={hour} value={hour}>
          {`${String(hour).padStart(2, "0")}:00`}
        </option>
      ))}
    </Select>
  );
  const hours = (name: "remind_after_h" | "escalate_after_h", label: string, hint: string) => (
    <Field
      label={label}
      hint={hint}
      className={styles.short}
      type="number"
      inputMode="numeric"
      min={1}
      max={720}
      value={shown[name] || ""}
      disabled={isFixed || !shown.is_on}
      error={save.error?.fields[name]?.join(" ")}
      onChange={({ target }) => setDraft({ ...draft, [name]: Number(target.value) })}
    />
  );
  return (
    <Panel title={t`When a decision waits too long`} padded>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Checkbox
          label={t`Remind people of what waits`}
          hint={t`Once at each step. What goes out soon is reminded of sooner, at the latest four hours before.`}
          checked={shown.is_on}
          disabled={isFixed}
          onChange={({ target }) => setDraft({ ...draft, is_on: target.checked })}
        />
        {hours(
          "remind_after_h",
          t`Remind those who may decide after so many hours`,
          t`In the app, by e-mail and on their phones, as each of them chose.`,
        )}
        {hours(
          "escalate_after_h",
          t`Tell the administrators after so many hours`,
          t`Whoever asked hears of it too. If only some were called upon, everybody else who may decide is as well.`,
        )}
        <fieldset className={styles.day}>
          <legend>{t`People are reminded by day only`}</legend>
          <div className={styles.pair}>
            {clock("day_from_h", t`The day begins at`, 0)}
            {clock("day_until_h", t`and ends at`, 1)}
          </div>
          <p className={styles.hint}>
            {t`On the organisation's clock. Only what would go out before the morning is reminded of at night.`}
          </p>
        </fieldset>
        {!isFixed && (
          <p>
            <Button look="primary" type="submit" busy={save.isPending} disabled={!isChanged}>{t`Save`}</Button>
          </p>
        )}
      </form>
    </Panel>
  );
}
