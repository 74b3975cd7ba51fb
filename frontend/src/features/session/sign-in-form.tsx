import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { signIn } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { CodeForm } from "./code-form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email, password } from "./rules";
import { usePlainForm } from "./use-plain-form";

const schema = v.object({ email, password });

interface Props {
  /** Called once somebody is signed in. */
  onIn: () => void;
  knownEmail?: string | undefined;
}

export function SignInForm({ onIn, knownEmail = "" }: Props) {
  const { t } = useLingui();
  const [asksCode, setAsksCode] = useState(false);
  const form = usePlainForm(schema, async (details) => {
    const state = await signIn(details);
    if (state === "in") onIn();
    else if (state === "code") setAsksCode(true);
    else if (state === "verify") form.fail(t`Open the link we sent to this address first, then sign in.`);
    else form.fail(t`That did not work. Try again in a moment.`);
  });

  if (asksCode) return <CodeForm onIn={onIn} />;
  return (
    <form className={styles.form} {...form.formProps}>
      <FormProblem message={form.errors.form} />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        inputMode="email"
        error={form.errors.email}
        name="email"
        defaultValue={knownEmail}
      />
      <Field
        label={t`Password`}
        type="password"
        autoComplete="current-password"
        error={form.errors.password}
        name="password"
      />
      <Button type="submit" look="primary" wide busy={form.isBusy}>{t`Sign in`}</Button>
    </form>
  );
}
