import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Field, Select } from "~/components/field";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { showRefusal, useChecked } from "~/lib/form";
import { useOthers } from "~/lib/use-others";
import { ForOthers } from "../for-others";
import { ForbiddenReach } from "../forbidden-reach";
import styles from "../form.module.css";
import { FormDialog, FormFrame } from "../form-dialog";
import { type Entry, type Forbidden, forbiddenOf } from "../model";
import { useMedia, useMoneyAgain } from "../queries";

interface Props {
  entry: Entry;
  isOpen: boolean;
  onClose: () => void;
}

/** Who paid, on which channel, how much of it falls into a regulated period, and in which currency it was. */
export default function FactsDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog isOpen={props.isOpen} onClose={props.onClose} title={t`More about this expense`} submit={t`Save`}>
      {(id) => <FactsForm id={id} {...props} />}
    </FormDialog>
  );
}

/** "0,9259" → "0.9259", or nothing. */
const rateOf = (text: string) => text.trim().replace(",", ".");

function FactsForm({ id, entry, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { data: channels } = useQuery(api.queryOptions("get", "/api/channels/"));
  const { payersOfExpense } = useOthers();
  const media = useMedia();
  const [forbidden, setForbidden] = useState<Forbidden>();
  const { facts } = entry;
  const schema = v.object({
    payer: v.string(),
    payer_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    beneficiary: v.string(),
    beneficiary_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    channel: v.string(),
    regulated: v.pipe(
      v.string(),
      v.trim(),
      v.check(
        (text) => text === "" || (/^\d{1,3}([.,]\d)?$/.test(text) && Number(rateOf(text)) <= 100),
        () => t`Write a share from 0 to 100.`,
      ),
    ),
    regulated_note: v.pipe(v.string(), v.trim(), v.maxLength(200)),
    foreign_currency: v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.check(
        (text) => text === "" || /^[A-Z]{3}$/.test(text),
        () => t`Write three letters, such as USD.`,
      ),
    ),
    foreign: amount({ orNothing: true }),
    rate: v.pipe(
      v.string(),
      v.check(
        (text) => text.trim() === "" || /^\d+([.,]\d{1,8})?$/.test(text.trim()),
        () => t`Write a rate such as 0,9259.`,
      ),
    ),
  });
  const form = useChecked(schema, {
    payer: (facts?.payer ?? "own") as string,
    payer_name: facts?.payer_name ?? "",
    beneficiary: (facts?.beneficiary ?? "own") as string,
    beneficiary_name: facts?.beneficiary_name ?? "",
    channel: facts?.channel ?? "",
    regulated: facts?.regulated_permille == null ? "" : String(facts.regulated_permille / 10),
    regulated_note: facts?.regulated_note ?? "",
    foreign_currency: facts?.foreign_currency ?? "",
    foreign: facts?.foreign_cents ? writeAmount(facts.foreign_cents) : "",
    rate: facts?.rate ? String(Number(facts.rate)) : "",
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ regulated, foreign, rate, channel, payer, beneficiary, ...rest }: v.InferOutput<typeof schema>) =>
      api.send("put", "/api/entries/{id}/facts/", {
        params: { path: { id: entry.id } },
        body: {
          ...rest,
          payer: payer as never,
          beneficiary: beneficiary as never,
          channel: channel || null,
          regulated_permille: regulated === "" ? null : Math.round(Number(rateOf(regulated)) * 10),
          foreign_cents: foreign || null,
          rate: rateOf(rate) || null,
        },
      }),
    onSuccess: () => {
      toast(t`It is noted.`);
      again();
      onClose();
    },
    onMutate: () => setForbidden(undefined),
    onError: (error) => {
      const problem = asProblem(error);
      const found = forbiddenOf(problem);
      if (found) setForbidden(found);
      else showRefusal(form, problem);
    },
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      {forbidden && <ForbiddenReach forbidden={forbidden} lines={[]} media={media} onLine={() => undefined} />}
      <Select label={t`Channel`} {...form.register("channel")}>
        <option value="">{t`No channel`}</option>
        {(channels?.results ?? []).map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name}
          </option>
        ))}
      </Select>
      <div className={styles.pair}>
        <Field
          label={t`Share in a regulated period, in %`}
          inputMode="decimal"
          hint={t`A ceiling of the law counts this part of it.`}
          error={errors.regulated?.message}
          {...form.register("regulated")}
        />
        <Field
          label={t`Which period, and where the share comes from`}
          error={errors.regulated_note?.message}
          {...form.register("regulated_note")}
        />
      </div>
      <div className={styles.pair}>
        <Field
          label={t`Other currency`}
          hint={t`Such as USD. What it cost stays as it was booked.`}
          error={errors.foreign_currency?.message}
          {...form.register("foreign_currency")}
        />
        <Field
          label={t`Amount in that currency`}
          inputMode="decimal"
          error={errors.foreign?.message}
          {...form.register("foreign")}
        />
        <Field
          label={t`Rate`}
          hint={t`What one of it cost.`}
          inputMode="decimal"
          error={errors.rate?.message}
          {...form.register("rate")}
        />
      </div>
      <ForOthers form={form as never} payers={payersOfExpense} onChange={() => setForbidden(undefined)} />
    </FormFrame>
  );
}
