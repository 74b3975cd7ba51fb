import { useLingui } from "@lingui/react/macro";
import * as v from "valibot";
import { asProblem } from "~/api/problem";
import { resetPassword } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { newPassword } from "./rules";

const schema = v.object({ password: newPassword });

/** onDone is told whether the person is signed in now. */
export function NewPasswordForm({ resetKey, onDone }: { resetKey: string; onDone: (isIn: boolean) => void }) {
  const { t } = useLingui();
  const form = useChecked(schema, { password: "" });
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      onDone((await resetPassword({ key: resetKey, password })) === "in");
    } catch (error) {
      showRefusal(form, asProblem(error));
    }
  });
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={form.formState.errors.root?.message} />
      <Field
        label={t`New password`}
        type="password"
        autoComplete="new-password"
        hint={t`At least 10 characters.`}
        error={form.formState.errors.password?.message}
        {...form.register("password")}
      />
      <Button type="submit" look="primary" wide busy={form.formState.isSubmitting}>{t`Save the password`}</Button>
    </form>
  );
}
