import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { Field, Select } from "~/components/field";
import { toast } from "~/components/toast";
import { dayOf } from "~/lib/days";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { CampaignOptions } from "../choices";
import styles from "../form.module.css";
import { FormDialog, FormFrame } from "../form-dialog";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import { minutesIn, type Worked } from "./model";

interface Props {
  period: Period;
  /** Given: they are corrected; else new ones are noted. */
  hours: Worked | undefined;
  /** The campaign that is looked at. */
  campaign: string | undefined;
  isOpen: boolean;
  onClose: () => void;
}

/** What was done, when, how long, by whom, and how much of it for digital media. */
export default function HoursDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.hours ? t`Change these hours` : t`Note hours of work`}
      submit={props.hours ? t`Save` : t`Note them`}
    >
      {(id) => <HoursForm id={id} {...props} />}
    </FormDialog>
  );
}

function HoursForm({ id, period, hours, campaign, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const today = dayOf(new Date(), useOrganisation().time_zone);
  const schema = v.object({
    who: v.picklist(["volunteer", "staff"]),
    what: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Say in a few words what was done.`),
      v.maxLength(160),
    ),
    on: v.pipe(
      v.string(),
      v.isoDate(() => t`Choose a day.`),
    ),
    minutes: v.pipe(
      v.string(),
      v.transform(minutesIn),
      v.check(
        (minutes) => minutes !== null && minutes > 0,
        () => t`Write hours such as 7,5 or 7:30.`,
      ),
    ),
    digital: v.pipe(
      v.string(),
      v.transform((text) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")))),
      v.check(
        (value) => value >= 0 && value <= 100,
        () => t`Between 0 and 100.`,
      ),
    ),
    campaign: v.string(),
  });
  const last = today < period.ends_on ? today : period.ends_on;
  const form = useChecked(schema, {
    who: hours?.who ?? "volunteer",
    what: hours?.what ?? "",
    on: hours?.on ?? last,
    minutes: hours ? `${Math.floor(hours.minutes / 60)}:${String(hours.minutes % 60).padStart(2, "0")}` : "",
    digital: hours ? String(hours.digital_permille / 10) : "100",
    campaign: hours ? (hours.campaign ?? "") : (campaign ?? ""),
  });
  const done = (said: string) => {
    sent();
    toast(said);
    again();
    onClose();
  };
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ digital, campaign: of, minutes, ...rest }: v.InferOutput<typeof schema>) => {
      const body = {
        ...rest,
        minutes: minutes ?? 0,
        campaign: of || null,
        digital_permille: Math.round(digital * 10),
        period: period.id,
      };
      return hours
        ? api.send("patch", "/api/hours/{id}/", { params: { path: { id: hours.id } }, body })
        : api.send("post", "/api/hours/", { params: { header: { "Idempotency-Key": keyFor(body) } }, body });
    },
    onSuccess: () => done(hours ? t`Saved.` : t`The hours are noted.`),
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const remove = useMutation({
    mutationFn: () => api.send("delete", "/api/hours/{id}/", { params: { path: { id: hours?.id ?? "" } } }),
    onSuccess: () => done(t`The hours are removed.`),
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      <Field
        label={t`What was done`}
        hint={t`Such as: replies under our posts.`}
        error={errors.what?.message}
        {...form.register("what")}
      />
      <div className={styles.pair}>
        <Select label={t`Who worked`} {...form.register("who")}>
          <option value="volunteer">{t`Volunteers`}</option>
          <option value="staff">{t`Staff`}</option>
        </Select>
        <Field
          type="date"
          label={t`Day, or the last of several`}
          min={period.starts_on}
          max={last}
          error={errors.on?.message}
          {...form.register("on")}
        />
      </div>
      <div className={styles.pair}>
        <Field
          label={t`Hours, of all together`}
          inputMode="text"
          hint={t`Such as 7,5 or 7:30.`}
          error={errors.minutes?.message}
          {...form.register("minutes")}
        />
        <Field
          label={t`Of which digital, in %`}
          inputMode="decimal"
          hint={t`Posts, films, replies: 100. Leaflets: 0.`}
          error={errors.digital?.message}
          {...form.register("digital")}
        />
      </div>
      <Select label={t`Campaign`} {...form.register("campaign")}>
        <CampaignOptions />
      </Select>
      {hours && (
        <div>
          <Button look="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t`Remove these hours`}
          </Button>
        </div>
      )}
    </FormFrame>
  );
}
