import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { CampaignOptions } from "../choices";
import styles from "../form.module.css";
import { FormDialog, FormFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";
import type { Ceiling, CeilingOfLaw } from "./model";

interface Props {
  /** Given: it is changed; else a new one is set. */
  ceiling: Ceiling | undefined;
  isOpen: boolean;
  onClose: () => void;
}

/** One of the law's ceilings, or one of the organisation's own: what it is, its days, its amount. */
export function CeilingDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.ceiling ? t`Change the ceiling` : t`Set a ceiling`}
      submit={props.ceiling ? t`Save` : t`Set it`}
    >
      {(id) => <CeilingForm id={id} {...props} />}
    </FormDialog>
  );
}

function CeilingForm({ id, ceiling, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const { recovers_vat: recovers, currency } = useOrganisation();
  const given = v.pipe(
    v.string(),
    v.nonEmpty(() => t`Give a day.`),
  );
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Give it a name.`),
      v.maxLength(160),
    ),
    starts_on: given,
    ends_on: given,
    cap_cents: amount({ least: 1 }),
    campaign: v.string(),
    template: v.string(),
    source: v.pipe(v.string(), v.trim(), v.maxLength(300)),
    source_url: v.string(),
    online: v.pipe(
      v.string(),
      v.trim(),
      v.check(
        (text) => text === "" || (/^\d{1,3}([.,]\d)?$/.test(text) && Number(text.replace(",", ".")) <= 100),
        () => t`Between 0 and 100.`,
      ),
    ),
    blocks: v.boolean(),
  });
  const form = useChecked(schema, {
    name: ceiling?.name ?? "",
    starts_on: ceiling?.starts_on ?? "",
    ends_on: ceiling?.ends_on ?? "",
    cap_cents: ceiling ? writeAmount(ceiling.cap_cents) : "",
    campaign: ceiling?.campaign ?? "",
    template: ceiling?.template ?? "",
    source: ceiling?.source ?? "",
    source_url: ceiling?.source_url ?? "",
    online: ceiling?.online_permille == null ? "" : String(ceiling.online_permille / 10),
    blocks: ceiling?.blocks ?? true,
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ campaign, online, ...rest }: v.InferOutput<typeof schema>) => {
      const limit = online === "" ? null : Math.round(Number(online.replace(",", ".")) * 10);
      const body = { ...rest, campaign: campaign || null, online_permille: limit };
      return ceiling
        ? api.send("patch", "/api/ceilings/{id}/", { params: { path: { id: ceiling.id } }, body })
        : api.send("post", "/api/ceilings/", { params: { header: { "Idempotency-Key": keyFor(body) } }, body });
    },
    onSuccess: () => {
      sent();
      toast(ceiling ? t`Saved.` : t`The ceiling is set.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const remove = useMutation({
    mutationFn: () => api.send("delete", "/api/ceilings/{id}/", { params: { path: { id: ceiling?.id ?? "" } } }),
    onSuccess: () => {
      toast(t`The ceiling is removed.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  const take = (one: CeilingOfLaw) => {
    form.setValue("name", one.name);
    if (!ceiling) {
      // Chosen anew, it keeps its days and its amount: they may be the official ones by now.
      form.setValue("starts_on", one.starts_on);
      form.setValue("ends_on", one.ends_on);
      form.setValue("cap_cents", one.cap_cents ? writeAmount(one.cap_cents) : "");
    }
    form.setValue("online", one.online_permille === null ? "" : String(one.online_permille / 10));
    form.setValue("template", one.id);
    form.setValue("source", one.source);
    form.setValue("source_url", one.source_url);
  };
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      {!ceiling && <OfTheLaw chosen={form.watch("template")} onTake={take} />}
      {ceiling && ceiling.instead.length > 0 && (
        <OfTheLaw chosen={form.watch("template")} among={ceiling.instead} onTake={take} />
      )}
      <Field label={t`Name`} error={errors.name?.message} {...form.register("name")} />
      <div className={styles.pair}>
        <Field type="date" label={t`From`} error={errors.starts_on?.message} {...form.register("starts_on")} />
        <Field type="date" label={t`Until`} error={errors.ends_on?.message} {...form.register("ends_on")} />
      </div>
      <AmountField
        label={recovers ? t`At most, without VAT` : t`At most, VAT included`}
        currency={currency}
        typed={form.watch("cap_cents")}
        error={errors.cap_cents?.message}
        {...form.register("cap_cents")}
      />
      <Field
        label={t`At most for paid reach online, in %`}
        inputMode="decimal"
        hint={t`Half, before local votes in Wallonia. Empty where the law says nothing.`}
        error={errors.online?.message}
        {...form.register("online")}
      />
      <Select
        label={t`Only for a campaign`}
        hint={t`Such as the campaign of one candidate. Else everything counts.`}
        {...form.register("campaign")}
      >
        <CampaignOptions />
      </Select>
      <Field label={t`Where it comes from`} error={errors.source?.message} {...form.register("source")} />
      <Checkbox
        label={t`Refuse what goes beyond`}
        hint={t`Else it is allowed, and the treasurer and the board are told.`}
        {...form.register("blocks")}
      />
      {ceiling && (
        <div>
          <Button look="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t`Remove this ceiling`}
          </Button>
        </div>
      )}
    </FormFrame>
  );
}

interface OfTheLawProps {
  chosen: string;
  /** Only these: a ceiling of several regions becomes that of one. */
  among?: readonly string[];
  onTake: (one: CeilingOfLaw) => void;
}

/** The law's ceilings to begin with; some hang on the number of voters. */
function OfTheLaw({ chosen, among, onTake }: OfTheLawProps) {
  const { t } = useLingui();
  const [voters, setVoters] = useState("");
  const count = Number(voters.replace(/\D/g, "")) || 0;
  const { data } = useQuery(
    api.queryOptions("get", "/api/ceilings/templates/", { params: { query: { voters: count } } }),
  );
  const offered = among ? data?.filter((each) => among.includes(each.id)) : data;
  if (!offered || offered.length === 0) return null;
  const one = offered.find(({ id }) => id === chosen);
  return (
    <>
      <Select
        label={among ? t`For which region` : t`A ceiling of the law`}
        value={one ? chosen : ""}
        onChange={({ target: { value } }) => {
          const found = offered.find(({ id }) => id === value);
          if (found) onTake(found);
        }}
      >
        <option value="">{among ? t`Choose` : t`None: our own`}</option>
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {one?.needs_voters && !among && (
        <div className={styles.pair}>
          <Field
            label={t`Registered voters`}
            inputMode="numeric"
            value={voters}
            onChange={({ target: { value } }) => setVoters(value)}
          />
          <Button disabled={count === 0} onClick={() => onTake(one)}>{t`Reckon the amount`}</Button>
        </div>
      )}
      {one?.status === "expected" && (
        <Note>{t`The day of this vote and the amount follow from the usual rule. Compare them with the official ones before the period begins.`}</Note>
      )}
    </>
  );
}
