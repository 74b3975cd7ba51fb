import { useLingui } from "@lingui/react/macro";
import * as v from "valibot";
import { asProblem } from "~/api/problem";
import { sendCode } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";

const schema = v.object({ code: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

/** The second factor, after the right password. */
export function CodeForm({ onIn }: { onIn: () => void }) {
  const { t } = useLingui();
  const form = useChecked(schema, { code: "" });
  const submit = form.handleSubmit(async ({ code }) => {
    try {
      if ((await sendCode(code)) === "in") onIn();
    } catch (error) {
      showRefusal(form, asProblem(error));
    }
  });
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={form.formState.errors.root?.message} />
      <Field
        label={t`Code from your authenticator app`}
        hint={t`Or one of your recovery codes.`}
        autoComplete="one-time-code"
        autoFocus
        error={form.formState.errors.code?.message}
        {...form.register("code")}
      />
      <Button type="submit" look="primary" wide busy={form.formState.isSubmitting}>{t`Go on`}</Button>
    </form>
  );
}
