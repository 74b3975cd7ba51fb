import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { asProblem } from "~/api/problem";
import { signUp } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email, newPassword, personName } from "./rules";

const schema = v.object({ name: personName, email, password: newPassword });

interface Props {
  onIn: () => void;
  /** The address an invitation was sent to; it cannot be changed then. */
  invitedEmail?: string;
  invitation?: string;
}

export function SignUpForm({ onIn, invitedEmail, invitation }: Props) {
  const { t, i18n } = useLingui();
  const form = useChecked(schema, { name: "", email: invitedEmail ?? "", password: "" });
  const [awaitsMail, setAwaitsMail] = useState(false);
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (details) => {
    try {
      const state = await signUp({ ...details, language: i18n.locale, ...(invitation ? { invitation } : {}) });
      if (state === "in") onIn();
      else setAwaitsMail(true);
    } catch (error) {
      showRefusal(form, asProblem(error));
    }
  });

  if (awaitsMail) {
    return (
      <p className={styles.note} role="status">
        {t`We sent you a mail. Open the link in it to confirm your address, then come back to this page.`}
      </p>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={errors.root?.message} />
      <Field label={t`Your name`} autoComplete="name" error={errors.name?.message} {...form.register("name")} />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        readOnly={invitedEmail !== undefined}
        error={errors.email?.message}
        {...form.register("email")}
      />
      <Field
        label={t`Choose a password`}
        type="password"
        autoComplete="new-password"
        hint={t`At least 10 characters.`}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <Button type="submit" look="primary" wide busy={isSubmitting}>{t`Create my account`}</Button>
    </form>
  );
}
