import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { asProblem } from "~/api/problem";
import { requestReset } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email } from "./rules";

const schema = v.object({ email });

export function ResetRequestForm() {
  const { t } = useLingui();
  const form = useChecked(schema, { email: "" });
  const [sentTo, setSentTo] = useState<string>();
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await requestReset(email);
      setSentTo(email);
    } catch (error) {
      showRefusal(form, asProblem(error));
    }
  });
  if (sentTo) {
    return (
      <p className={styles.note} role="status">
        {t`If ${sentTo} has an account, a mail with a link is on its way. Look in your spam folder too.`}
      </p>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={form.formState.errors.root?.message} />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        error={form.formState.errors.email?.message}
        {...form.register("email")}
      />
      <Button type="submit" look="primary" wide busy={form.formState.isSubmitting}>{t`Send the link`}</Button>
    </form>
  );
}
