import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import { roleNames } from "~/lib/role-names";
import { useFormat } from "~/lib/use-format";
import { roles } from "../model";
import styles from "./approvals.module.css";
import { isSum, newStep, type Route, routeOf, toggled, type Written, type WrittenStep, written } from "./model";
import type { Named, NamedAll } from "./use-sentence";

interface Props {
  route: Route | undefined;
  named: NamedAll;
  onClose: () => void;
}

/** What a route is for, and who says yes in which order. */
export function RouteDialog({ route, named, onClose }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { currency } = useOrganisation();
  const [draft, setDraft] = useState(() => written(route));
  const [key] = useState(newKey);
  const edit = (some: Partial<Written>) => setDraft((before) => ({ ...before, ...some }));
  const editStep = (id: string, some: Partial<WrittenStep>) =>
    edit({ steps: draft.steps.map((each) => (each.id === id ? { ...each, ...some } : each)) });
  const save = useMutation({
    mutationFn: () => {
      const body = routeOf(draft) as Route;
      return route
        ? api.send("put", "/api/routes/{id}/", { params: { path: { id: route.id } }, body })
        : api.send("post", "/api/routes/", { params: { header: { "Idempotency-Key": key } }, body });
    },
    onSuccess: async () => {
      await api.refresh(queryClient, "/api/routes/");
      toast(t`The route counts for what is asked from now on.`);
      onClose();
    },
  });
  const isPost = draft.kind === "post";
  const fields: Record<string, string[]> = (save.error as { fields?: Record<string, string[]> } | null)?.fields ?? {};
  const languages = ["fr", "nl", "de", "en"].map((id) => ({ id, name: format.languageName(id) }));
  const wrongSum = t`Write an amount such as 1 234,50.`;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={route ? t`Change this route` : t`A new route`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            busy={save.isPending}
            disabled={!isSum(draft.from) || !isSum(draft.below)}
            onClick={() => save.mutate()}
          >{t`Save`}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          wide
          label={t`For`}
          value={draft.kind}
          onChange={(kind) => edit({ kind })}
          options={[
            { value: "post", label: t`Posts` },
            { value: "request", label: t`Money` },
          ]}
        />
        <Choice
          title={t`Campaigns`}
          none={t`All campaigns`}
          all={named.campaigns}
          chosen={draft.campaigns}
          onChange={(campaigns) => edit({ campaigns })}
        />
        {isPost && (
          <>
            <Choice
              title={t`Channels`}
              none={t`All channels`}
              all={named.channels}
              chosen={draft.channels}
              onChange={(channels) => edit({ channels })}
            />
            <Choice
              title={t`Languages`}
              none={t`All languages`}
              all={languages}
              chosen={draft.languages}
              onChange={(chosen) => edit({ languages: chosen })}
            />
          </>
        )}
        {!isPost && (
          <div className={styles.pair}>
            <AmountField
              label={t`From this sum`}
              currency={currency}
              typed={draft.from}
              value={draft.from}
              onChange={({ target }) => edit({ from: target.value })}
              error={isSum(draft.from) ? undefined : wrongSum}
            />
            <AmountField
              label={t`Below this sum`}
              currency={currency}
              typed={draft.below}
              value={draft.below}
              onChange={({ target }) => edit({ below: target.value })}
              error={isSum(draft.below) ? fields.below_cents?.join(" ") : wrongSum}
            />
          </div>
        )}
        {draft.steps.map((step, index) => (
          <StepFields
            key={step.id}
            step={step}
            number={index + 1}
            people={named.people}
            onChange={(some) => editStep(step.id, some)}
            onRemove={() => edit({ steps: draft.steps.filter(({ id }) => id !== step.id) })}
          />
        ))}
        {draft.steps.length === 0 && (
          <p className={styles.hint}>
            <Trans>Nobody is asked. That is possible only where posts need no approval.</Trans>
          </p>
        )}
        <p>
          <Button
            icon="plus"
            disabled={draft.steps.length >= 5}
            onClick={() => edit({ steps: [...draft.steps, newStep()] })}
          >
            {draft.steps.length === 0 ? t`Add a step` : t`Then ask somebody else`}
          </Button>
        </p>
        {!isPost && (
          <p className={styles.hint}>
            <Trans>
              The thresholds of sums hold in any case: where they ask for more people, or for the treasurer or the
              board, these are added.
            </Trans>
          </p>
        )}
        <Checkbox
          label={t`This route counts`}
          checked={draft.is_on}
          onChange={({ target }) => edit({ is_on: target.checked })}
        />
        {save.error && (
          <p className={styles.wrong} role="alert">
            {fields.steps?.join(" ") ?? fields.below_cents?.join(" ") ?? save.error.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface StepProps {
  step: WrittenStep;
  number: number;
  people: readonly Named[];
  onChange: (some: Partial<WrittenStep>) => void;
  onRemove: () => void;
}

function StepFields({ step, number, people, onChange, onRemove }: StepProps) {
  const { t } = useLingui();
  const roleList = roles.map((role) => ({ id: role, name: roleNames[role] ? t(roleNames[role]) : role }));
  return (
    <fieldset className={styles.box}>
      <legend>{t`Step ${number}`}</legend>
      <IconButton
        className={styles.cross ?? ""}
        icon="trash"
        look="plain"
        label={t`Remove step ${number}`}
        onClick={onRemove}
      />
      <Choice
        title={t`People`}
        none={t`Nobody in particular`}
        all={people}
        chosen={step.people}
        onChange={(chosen) => onChange({ people: chosen })}
      />
      <Choice
        title={t`Roles`}
        none={t`No role in particular`}
        all={roleList}
        chosen={step.roles}
        onChange={(chosen) => onChange({ roles: chosen as WrittenStep["roles"] })}
      />
      <div className={styles.many}>
        <Checkbox
          label={t`All of them`}
          checked={step.is_all}
          onChange={({ target }) => onChange({ is_all: target.checked })}
        />
        {!step.is_all && (
          <Field
            label={t`How many have to say yes`}
            type="number"
            inputMode="numeric"
            min={1}
            max={9}
            value={step.needed}
            onChange={({ target }) => onChange({ needed: Math.min(9, Math.max(1, Number(target.value) || 1)) })}
          />
        )}
      </div>
      {step.people.length === 0 && step.roles.length === 0 && (
        <p className={styles.hint}>{t`Nobody is named: whoever may decide may say yes.`}</p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  title: string;
  /** What it means that nothing is ticked. */
  none: string;
  all: readonly Named[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Some of a list, folded away: its line says what is chosen. */
function Choice({ title, none, all, chosen, onChange }: ChoiceProps) {
  const format = useFormat();
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <details className={styles.choice}>
      <summary>
        <span className={styles.choiceTitle}>{title}</span>
        <span className={names.length > 0 ? styles.chosen : styles.none}>
          {names.length > 0 ? format.list(names) : none}
        </span>
        <Icon name="down" className={styles.fold} />
      </summary>
      <div className={styles.ticks}>
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={() => onChange(toggled(chosen, id))}
          />
        ))}
      </div>
    </details>
  );
}
