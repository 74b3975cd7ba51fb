import { useLingui } from "@lingui/react/macro";
import * as v from "valibot";
import { sendCode } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { usePlainForm } from "./use-plain-form";

const schema = v.object({ code: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

/** The second factor, after the right password. */
export function CodeForm({ onIn }: { onIn: () => void }) {
  const { t } = useLingui();
  const form = usePlainForm(schema, async ({ code }) => {
    if ((await sendCode(code)) === "in") onIn();
    else form.fail(t`That did not work. Try again in a moment.`);
  });
  return (
    <form className={styles.form} {...form.formProps}>
      <FormProblem message={form.errors.form} />
      <Field
        label={t`Code from your authenticator app`}
        hint={t`Or one of your recovery codes.`}
        autoComplete="one-time-code"
        autoFocus
        error={form.errors.code}
        name="code"
      />
      <Button type="submit" look="primary" wide busy={form.isBusy}>{t`Go on`}</Button>
    </form>
  );
}
