import { useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { Field, Select } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import type { Values } from "./draft";
import styles from "./forms.module.css";

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: what the form gives out after its checks does not matter here
  form: UseFormReturn<Values, any, any>;
  index: number;
  onRemove: () => void;
}

/** What is measured, from where to where. */
export function KpiFields({ form, index, onRemove }: Props) {
  const { t } = useLingui();
  const errors = form.formState.errors.kpis?.[index];
  const at = <Name extends keyof Values["kpis"][number]>(name: Name) => `kpis.${index}.${name}` as const;
  return (
    <fieldset className={styles.kpi}>
      <header>
        <legend className={styles.legend}>{t`Figure ${index + 1}`}</legend>
        <IconButton icon="trash" look="plain" label={t`Take out figure ${index + 1}`} onClick={onRemove} />
      </header>
      <Field label={t`What is counted`} error={errors?.name?.message} {...form.register(at("name"))} />
      <div className={styles.pair}>
        <Field
          label={t`Today`}
          inputMode="decimal"
          error={errors?.baseline?.message}
          {...form.register(at("baseline"))}
        />
        <Field label={t`Target`} inputMode="decimal" error={errors?.target?.message} {...form.register(at("target"))} />
        <Field label={t`Unit`} placeholder={t`people, %, euros`} {...form.register(at("unit"))} />
        <Select label={t`Better is`} {...form.register(at("direction"))}>
          <option value="up">{t`more`}</option>
          <option value="down">{t`less`}</option>
        </Select>
      </div>
      <Field label={t`How it is counted`} {...form.register(at("definition"))} />
      <Field label={t`Where it is read`} {...form.register(at("source"))} />
    </fieldset>
  );
}
