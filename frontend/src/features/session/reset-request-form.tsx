import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { requestReset } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email } from "./rules";
import { usePlainForm } from "./use-plain-form";

const schema = v.object({ email });

export function ResetRequestForm() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string>();
  const form = usePlainForm(schema, async ({ email }) => {
    await requestReset(email);
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <p className={styles.note} role="status">
        {t`If ${sentTo} has an account, a mail with a link is on its way. Look in your spam folder too.`}
      </p>
    );
  }
  return (
    <form className={styles.form} {...form.formProps}>
      <FormProblem message={form.errors.form} />
      <Field label={t`E-mail`} type="email" autoComplete="username" error={form.errors.email} name="email" />
      <Button type="submit" look="primary" wide busy={form.isBusy}>{t`Send the link`}</Button>
    </form>
  );
}
