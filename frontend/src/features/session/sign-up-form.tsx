import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { signUp } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { currentLocale } from "~/lib/locale";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email, newPassword, personName } from "./rules";
import { usePlainForm } from "./use-plain-form";

const schema = v.object({ name: personName, email, password: newPassword });

interface Props {
  /** Called once the account exists and is signed in; with the organisation's slug after joining one. */
  onIn: (slug?: string) => void;
  /** The link a person followed, and the address it was sent to, which cannot be changed then. */
  invitation?: { token: string; email: string };
}

/** A new account: free where that is open, or by invitation. */
export function SignUpForm({ onIn, invitation }: Props) {
  const { t } = useLingui();
  const [awaitsMail, setAwaitsMail] = useState(false);
  const form = usePlainForm(schema, async ({ name, email, password }) => {
    const language = currentLocale();
    if (invitation) {
      const body = { token: invitation.token, name, password, language };
      onIn((await api.send("post", "/api/invitations/join/", { body })).slug);
    } else if ((await signUp({ email, password })) === "in") {
      await api.send("patch", "/api/me/", { body: { name, language } });
      onIn();
    } else {
      setAwaitsMail(true);
    }
  });

  if (awaitsMail) {
    return (
      <p className={styles.note} role="status">
        {t`We sent you a mail. Open the link in it to confirm your address, then sign in.`}
      </p>
    );
  }
  return (
    <form className={styles.form} {...form.formProps}>
      <FormProblem message={form.errors.form} />
      <Field label={t`Your name`} autoComplete="name" error={form.errors.name} name="name" />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        readOnly={invitation !== undefined}
        error={form.errors.email}
        name="email"
        defaultValue={invitation?.email}
      />
      <Field
        label={t`Choose a password`}
        type="password"
        autoComplete="new-password"
        hint={t`At least 10 characters.`}
        error={form.errors.password}
        name="password"
      />
      <Button type="submit" look="primary" wide busy={form.isBusy}>{t`Create my account`}</Button>
    </form>
  );
}
