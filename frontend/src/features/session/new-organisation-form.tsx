import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import * as v from "valibot";
import { api } from "~/api/client";
import { meOptions } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field, Select } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import { kindNames } from "~/lib/kind-names";
import { localeNames, locales } from "~/lib/locale";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";

export function NewOrganisationForm() {
  const { t } = useLingui();
  const router = useRouter();
  const queryClient = useQueryClient();
  const schema = v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Give it a name.`),
      v.maxLength(120),
    ),
    kind: v.picklist(["party", "ngo", "union", "mutuality", "institution"]),
    languages: v.pipe(
      v.array(v.picklist(locales)),
      v.minLength(1, () => t`Choose at least one language.`),
    ),
  });
  const form = useChecked(schema, { name: "", kind: "ngo", languages: ["fr", "nl"] });
  const create = useMutation(
    api.mutationOptions("post", "/api/organisations/", {
      onSuccess: async ({ slug }) => {
        await queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
        await router.navigate({ href: `/${slug}/channels` });
      },
      onError: (problem) => showRefusal(form, problem),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void form.handleSubmit((body) => create.mutate({ body }))(event)}
      noValidate
    >
      <FormProblem message={errors.root?.message} />
      <Field label={t`Name`} autoComplete="organization" error={errors.name?.message} {...form.register("name")} />
      <Select label={t`Kind`} {...form.register("kind")}>
        {Object.entries(kindNames).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {t(name)}
          </option>
        ))}
      </Select>
      <fieldset>
        <legend>{t`Languages it publishes in`}</legend>
        {locales.map((locale) => (
          <Checkbox key={locale} label={localeNames[locale]} value={locale} {...form.register("languages")} />
        ))}
        <FormProblem message={errors.languages?.message} />
      </fieldset>
      <Button type="submit" look="primary" wide busy={create.isPending}>{t`Create the organisation`}</Button>
    </form>
  );
}
