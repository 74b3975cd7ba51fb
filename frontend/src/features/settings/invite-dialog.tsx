import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field, Select } from "~/components/field";
import { toast } from "~/components/toast";
import { currentLocale, localeNames, locales } from "~/lib/locale";
import { newKey } from "~/lib/new-key";
import type { Role } from "./model";
import styles from "./parts.module.css";
import { RoleBoxes } from "./role-boxes";

/** Send somebody a link by e-mail, with which they join in the ticked roles. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const form = useId();
  const queryClient = useQueryClient();
  const [key] = useState(newKey);
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState(currentLocale());
  const [chosen, setChosen] = useState<Role[]>(["author"]);
  const invite = useMutation(
    api.mutationOptions("post", "/api/invitations/", {
      onSuccess: ({ email: to }) => {
        toast(t`The invitation to ${to} is on its way.`);
        onClose();
        void api.refresh(queryClient, "/api/invitations/");
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ body: { email, roles: chosen, language }, headers: { "Idempotency-Key": `${key}-${email}` } });
  };
  const { fields = {}, message } = invite.error ?? {};
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Invite somebody`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} busy={invite.isPending} disabled={chosen.length === 0}>
            {chosen.length === 0 ? t`Choose at least one role` : t`Send the invitation`}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={onSubmit} noValidate>
        <Field
          label={t`E-mail`}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          hint={t`The link in the e-mail works for 14 days.`}
          error={fields.email?.join(" ") ?? (invite.error && !fields.roles ? message : undefined)}
        />
        <Select
          label={t`Language of the e-mail`}
          value={language}
          onChange={(event) => setLanguage(event.target.value as typeof language)}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
        <RoleBoxes chosen={chosen} onChange={setChosen} error={fields.roles?.join(" ")} />
      </form>
    </Dialog>
  );
}
