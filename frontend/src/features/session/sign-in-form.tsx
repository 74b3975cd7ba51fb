import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { asProblem } from "~/api/problem";
import { signIn } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import { CodeForm } from "./code-form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email, password } from "./rules";

const schema = v.object({ email, password });

interface Props {
  /** Called once somebody is signed in. */
  onIn: () => void;
  knownEmail?: string | undefined;
}

export function SignInForm({ onIn, knownEmail = "" }: Props) {
  const { t } = useLingui();
  const form = useChecked(schema, { email: knownEmail, password: "" });
  const [asksCode, setAsksCode] = useState(false);
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (details) => {
    try {
      const state = await signIn(details);
      if (state === "in") onIn();
      else if (state === "code") setAsksCode(true);
      else if (state === "verify")
        form.setError("root", { message: t`Open the link we sent to this address first, then sign in.` });
      else form.setError("root", { message: t`That did not work. Try again in a moment.` });
    } catch (error) {
      showRefusal(form, asProblem(error));
    }
  });

  if (asksCode) return <CodeForm onIn={onIn} />;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={errors.root?.message} />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        inputMode="email"
        error={errors.email?.message}
        {...form.register("email")}
      />
      <Field
        label={t`Password`}
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      <Button type="submit" look="primary" wide busy={isSubmitting}>{t`Sign in`}</Button>
    </form>
  );
}
