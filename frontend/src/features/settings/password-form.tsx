import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { asProblem } from "~/api/problem";
import { changePassword } from "~/api/session";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import styles from "./parts.module.css";

/** A new password, for whoever knows the current one. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useLingui();
  const change = useMutation({ mutationFn: changePassword });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    change.mutate(
      {
        current_password: String(given.get("current_password") ?? ""),
        new_password: String(given.get("new_password") ?? ""),
      },
      {
        onSuccess: () => {
          form.reset();
          toast(t`Your new password is saved.`);
        },
      },
    );
  };
  const problem = change.error ? asProblem(change.error) : undefined;
  const fields = problem?.fields ?? {};
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {/* Tells a password manager whose password it is. */}
      <input className="only-read" tabIndex={-1} aria-hidden="true" autoComplete="username" value={email} readOnly />
      <Field
        label={t`Current password`}
        name="current_password"
        type="password"
        autoComplete="current-password"
        error={fields.current_password?.join(" ")}
      />
      <Field
        label={t`New password`}
        name="new_password"
        type="password"
        autoComplete="new-password"
        hint={t`At least 10 characters.`}
        error={fields.new_password?.join(" ")}
      />
      {problem && Object.keys(fields).length === 0 && (
        <p className={styles.wrong} role="alert">
          {problem.message}
        </p>
      )}
      <p className={styles.buttons}>
        <Button type="submit" busy={change.isPending}>{t`Change the password`}</Button>
      </p>
    </form>
  );
}
