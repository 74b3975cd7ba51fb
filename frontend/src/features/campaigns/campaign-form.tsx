import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Field, Select, TextArea } from "~/components/field";
import { Note } from "~/components/note";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import styles from "./campaign-form.module.css";
import { ChannelTargets, targetsOf } from "./channel-targets";
import { ColourField } from "./colour-field";
import { LanguageBoxes } from "./language-boxes";
import { type Campaign, type Channel, freshColour, horizons, type Language, languages, type Objective } from "./model";
import { horizonWords } from "./words";

interface Props {
  id: string;
  campaign: Campaign | undefined;
  objective: string | undefined;
  objectives: readonly Objective[];
  channels: readonly Channel[];
  others: readonly Campaign[];
  onSaved: () => void;
}

export function CampaignForm({ id, campaign, objective, objectives, channels, others, onSaved }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { keyFor, sent } = useKeyFor();
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Give it a name.`),
      v.maxLength(120),
    ),
    goal: v.pipe(v.string(), v.trim(), v.maxLength(300)),
    objective: v.string(),
    horizon: v.picklist(horizons),
    languages: v.array(v.picklist(languages)),
    targets: v.record(v.string(), v.string()),
    utm: v.pipe(v.string(), v.trim()),
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
    objective: campaign?.objective ?? objective ?? "",
    horizon: campaign?.horizon ?? "short",
    languages: (campaign?.languages ?? []) as Language[],
    targets: Object.fromEntries((campaign?.targets ?? []).map(({ channel, weekly }) => [channel, String(weekly)])),
    utm: campaign?.utm ?? "",
    colour: campaign?.colour ?? freshColour(others),
    starts_on: campaign?.starts_on ?? "",
    ends_on: campaign?.ends_on ?? "",
    weekly_target: campaign?.weekly_target ? String(campaign.weekly_target) : "",
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ starts_on, ends_on, objective: serves, targets, utm, ...rest }: v.InferOutput<typeof schema>) => {
      const body = {
        ...rest,
        ...(utm && { utm }),
        objective: serves || null,
        starts_on: starts_on || null,
        ends_on: ends_on || null,
        targets: targetsOf(targets),
      };
      return campaign
        ? api.send("patch", "/api/campaigns/{id}/", { params: { path: { id: campaign.id } }, body })
        : api.send("post", "/api/campaigns/", { params: { header: { "Idempotency-Key": keyFor(body) } }, body });
    },
    onSuccess: () => {
      sent();
      toast(campaign ? t`Saved.` : t`The campaign has begun. Posts can now belong to it.`);
      void api.refresh(queryClient, "/api/campaigns/", "/api/objectives/", "/api/cadence/", "/api/calendar/");
      onSaved();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  const serves = form.watch("objective");
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
        <Select label={t`Serves the objective`} {...form.register("objective")}>
          <option value="">{t`None yet`}</option>
          {objectives.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
        {!serves && (
          <Select label={t`Horizon`} {...form.register("horizon")}>
            {horizons.map((horizon) => (
              <option key={horizon} value={horizon}>
                {`${t(horizonWords[horizon].name)}, ${t(horizonWords[horizon].span)}`}
              </option>
            ))}
          </Select>
        )}
        <Field type="date" label={t`First day`} error={errors.starts_on?.message} {...form.register("starts_on")} />
        <Field type="date" label={t`Last day`} error={errors.ends_on?.message} {...form.register("ends_on")} />
      </div>
      <ChannelTargets
        channels={channels}
        targets={form.watch("targets")}
        onChange={(targets) => form.setValue("targets", targets)}
      />
      {Object.values(form.watch("targets")).every((weekly) => !Number(weekly)) && (
        <Field
          label={t`Aim per week`}
          hint={t`How many posts go out, all channels counted.`}
          inputMode="numeric"
          maxLength={3}
          error={errors.weekly_target?.message}
          {...form.register("weekly_target")}
        />
      )}
      <LanguageBoxes chosen={form.watch("languages")} onChange={(chosen) => form.setValue("languages", chosen)} />
      <Field
        label={t`Tag in links (UTM)`}
        hint={t`Tells its clicks apart in your statistics. Left empty, it is made of the name.`}
        error={errors.utm?.message}
        {...form.register("utm")}
      />
      <ColourField value={form.watch("colour")} onChange={(colour) => form.setValue("colour", colour)} />
    </form>
  );
}
