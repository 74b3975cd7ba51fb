import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { AmountField } from "~/components/amount-field";
import { Field, Select } from "~/components/field";
import { toast } from "~/components/toast";
import { writeAmount } from "~/lib/amount";
import { amount } from "~/lib/amount-schema";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { FormDialog, FormFrame } from "./form-dialog";
import { MediumOptions } from "./medium-options";
import type { Line, Medium, Period } from "./model";
import { useMedia, useMoneyAgain } from "./queries";

interface Props {
  period: Period;
  /** Given: it is changed; else a new one is added. */
  line?: Line;
  isOpen: boolean;
  onClose: () => void;
}

/** What a line is for, how much is planned, and how digital it is. */
export function LineDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.line ? t`Change the line` : t`Add a line`}
      submit={props.line ? t`Save` : t`Add the line`}
    >
      {(id) => <LineForm id={id} {...props} />}
    </FormDialog>
  );
}

function LineForm({ id, period, line, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const media = useMedia();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const percent = v.pipe(
    v.string(),
    v.transform((text) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")))),
    v.check(
      (value) => value >= 0 && value <= 100,
      () => t`Between 0 and 100.`,
    ),
  );
  const schema = v.object({
    medium: v.pipe(
      v.string(),
      v.nonEmpty(() => t`Choose a medium.`),
    ),
    name: v.pipe(v.string(), v.trim(), v.maxLength(120)),
    planned_cents: amount(),
    digital: percent,
    split_note: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  });
  const form = useChecked(schema, {
    medium: line?.medium ?? "",
    name: line?.name ?? "",
    planned_cents: line ? writeAmount(line.planned_cents) : "",
    digital: line ? String(line.digital_permille / 10) : "",
    split_note: line?.split_note ?? "",
  });
  const save = useMutation({
    mutationKey: [id],
    mutationFn: ({ digital, medium, ...rest }: v.InferOutput<typeof schema>) => {
      const body = { ...rest, medium: medium as Medium["code"] as never, digital_permille: Math.round(digital * 10) };
      return line
        ? api.send("patch", "/api/lines/{id}/", { params: { path: { id: line.id } }, body })
        : api.send("post", "/api/lines/", {
            params: { header: { "Idempotency-Key": keyFor(body) } },
            body: { ...body, period: period.id },
          });
    },
    onSuccess: () => {
      sent();
      toast(line ? t`Saved.` : t`The line is in the plan.`);
      again();
      onClose();
    },
    onError: (error) => showRefusal(form, asProblem(error)),
  });
  const { errors } = form.formState;
  const { recovers_vat: recovers } = useOrganisation();
  const medium = media.get(form.watch("medium"));
  const usual = medium ? String(medium.usual_digital_permille / 10) : "";
  const isUnusual = medium !== undefined && form.watch("digital") !== usual;
  return (
    <FormFrame id={id} form={form} onSend={(values) => save.mutate(values)}>
      <Select
        label={t`Medium`}
        error={errors.medium?.message}
        {...form.register("medium", {
          onChange: ({ target }) => {
            const chosen = media.get(target.value);
            if (chosen) form.setValue("digital", String(chosen.usual_digital_permille / 10));
            form.setValue("split_note", "");
          },
        })}
      >
        <option value="">{t`Choose`}</option>
        <MediumOptions media={media} />
      </Select>
      <Field
        label={t`Name`}
        hint={t`Left empty, it is called after its medium.`}
        error={errors.name?.message}
        {...form.register("name")}
      />
      <AmountField
        label={recovers ? t`Planned, without VAT` : t`Planned, VAT included`}
        currency={period.currency}
        typed={form.watch("planned_cents")}
        error={errors.planned_cents?.message}
        {...form.register("planned_cents")}
      />
      <Field
        label={t`Digital part, in %`}
        inputMode="decimal"
        hint={medium ? t`Usual for this medium: ${usual} %` : undefined}
        error={errors.digital?.message}
        {...form.register("digital")}
      />
      {(isUnusual || form.watch("split_note") || medium?.is_mixed) && (
        <Field
          label={t`Where this part comes from`}
          hint={t`Such as: hours of the team, counted in May. An auditor reads this.`}
          error={errors.split_note?.message}
          {...form.register("split_note")}
        />
      )}
    </FormFrame>
  );
}
