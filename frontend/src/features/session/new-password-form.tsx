import { useLingui } from "@lingui/react/macro";
import * as v from "valibot";
import { resetPassword } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { newPassword } from "./rules";
import { usePlainForm } from "./use-plain-form";

const schema = v.object({ password: newPassword });

/** onDone is told whether the person is signed in now. */
export function NewPasswordForm({ resetKey, onDone }: { resetKey: string; onDone: (isIn: boolean) => void }) {
  const { t } = useLingui();
  const form = usePlainForm(schema, async ({ password }) => {
    onDone((await resetPassword({ key: resetKey, password })) === "in");
  });
  return (
    <form className={styles.form} {...form.formProps}>
      <FormProblem message={form.errors.form} />
      <Field
        label={t`New password`}
        type="password"
        autoComplete="new-password"
        hint={t`At least 10 characters.`}
        error={form.errors.password}
        name="password"
      />
      <Button type="submit" look="primary" wide busy={form.isBusy}>{t`Save the password`}</Button>
    </form>
  );
}
