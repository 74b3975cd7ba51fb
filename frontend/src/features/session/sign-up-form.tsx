import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { signUp } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { showRefusal, useChecked } from "~/lib/form";
import { currentLocale } from "~/lib/locale";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { email, newPassword, personName } from "./rules";

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
  const form = useChecked(schema, { name: "", email: invitation?.email ?? "", password: "" });
  const [awaitsMail, setAwaitsMail] = useState(false);
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name, email, password }) => {
    const language = currentLocale();
    try {
      if (invitation) {
        const body = { token: invitation.token, name, password, language };
        onIn((await api.send("post", "/api/invitations/join/", { body })).slug);
      } else if ((await signUp({ email, password })) === "in") {
        await api.send("patch", "/api/me/", { body: { name, language } });
        onIn();
      } else {
        setAwaitsMail(true);
      }
    } catch (error) {
      showRefusal(form, asProblem(error));
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
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem message={errors.root?.message} />
      <Field label={t`Your name`} autoComplete="name" error={errors.name?.message} {...form.register("name")} />
      <Field
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        readOnly={invitation !== undefined}
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
