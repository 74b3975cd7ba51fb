import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Field, Select, TextArea } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { newKey } from "~/lib/new-key";
import styles from "./campaign-form.module.css";
import { ColourField } from "./colour-field";
import { type Campaign, freshColour, horizons } from "./model";
import { horizonWords } from "./words";

interface Props {
  id: string;
  campaign: Campaign | undefined;
  others: readonly Campaign[];
  onSaved: () => void;
}

export function CampaignForm({ id, campaign, others, onSaved }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Give it a name.`),
      v.maxLength(120),
    ),
    goal: v.pipe(v.string(), v.trim(), v.maxLength(300)),
    horizon: v.picklist(horizons),
    colour: v.string(),
    starts_on: v.string(),
    ends_on: v.string(),
    weekly_target: v.pipe(
      v.string(),
      v.transform((text) => Number(text.trim() || "0")),
      v.check(
        (value) => Number.isInteger(value) && value >= 0 && value <= 999,
        () => t`A whole number, 0 for none.`,
      ),
    ),
  });
  const form = useChecked(schema, {
    name: campaign?.name ?? "",
    goal: campaign?.goal ?? "",
    horizon: campaign?.horizon ?? "short",
    colour: campaign?.colour ?? freshColour(others),
    starts_on: campaign?.starts_on ?? "",
    ends_on: campaign?.ends_on ?? "",
    weekly_target: campaign?.weekly_target ? String(campaign.weekly_target) : "",
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ starts_on, ends_on, ...rest }: v.InferOutput<typeof schema>) => {
      const body = { ...rest, starts_on: starts_on || null, ends_on: ends_on || null };
      return campaign
        ? api.send("patch", "/api/campaigns/{id}/", { params: { path: { id: campaign.id } }, body })
        : api.send("post", "/api/campaigns/", { params: { header: { "Idempotency-Key": newKey() } }, body });
    },
    onSuccess: () => {
      toast(campaign ? t`Saved.` : t`The campaign has begun. Posts can now belong to it.`);
      void api.refresh(queryClient, "/api/campaigns/", "/api/calendar/");
      onSaved();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
    >
      {errors.root?.message && (
        <Note tone="broken" icon="warning" isUrgent>
          {errors.root.message}
        </Note>
      )}
      <Field label={t`Name`} error={errors.name?.message} {...form.register("name")} />
      <TextArea
        label={t`Goal`}
        hint={t`What should be different afterwards? Best with a figure: 5 000 signatures before the vote.`}
        rows={2}
        error={errors.goal?.message}
        {...form.register("goal")}
      />
      <div className={styles.pair}>
        <Select label={t`Horizon`} {...form.register("horizon")}>
          {horizons.map((horizon) => (
            <option key={horizon} value={horizon}>
              {`${t(horizonWords[horizon].name)}, ${t(horizonWords[horizon].span)}`}
            </option>
          ))}
        </Select>
        <Field
          label={t`Aim per week`}
          hint={t`How many posts go out, all channels counted.`}
          inputMode="numeric"
          maxLength={3}
          error={errors.weekly_target?.message}
          {...form.register("weekly_target")}
        />
        <Field type="date" label={t`First day`} error={errors.starts_on?.message} {...form.register("starts_on")} />
        <Field type="date" label={t`Last day`} error={errors.ends_on?.message} {...form.register("ends_on")} />
      </div>
      <ColourField value={form.watch("colour")} onChange={(colour) => form.setValue("colour", colour)} />
    </form>
  );
}
