import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { type Me, meOptions, useMe } from "~/api/me";
import { Button } from "~/components/button";
import { Field, Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { activateLocale, isLocale, localeNames, locales } from "~/lib/locale";
import { setTheme, themes, useTheme } from "~/lib/theme";
import { themeNames } from "~/lib/theme-names";
import { SectionHeader } from "./frame";
import { changed } from "./model";
import { NoticesPanel } from "./notices-panel";
import styles from "./parts.module.css";
import { PasswordForm } from "./password-form";
import { ZoneField } from "./zone-field";

/** What a person says of themselves, in all their organisations. */
export function ProfileSection() {
  const { t } = useLingui();
  const me = useMe();
  const theme = useTheme();
  return (
    <>
      <SectionHeader title={t`My profile`} />
      <ProfileForm saved={me} />
      <NoticesPanel />
      <Panel title={t`Colours`} padded>
        <p className={styles.hint}>{t`For this browser.`}</p>
        <Segmented
          label={t`Colours`}
          value={theme}
          onChange={setTheme}
          options={themes.map((each) => ({ value: each, label: t(themeNames[each]) }))}
        />
      </Panel>
      <Panel title={t`Password`} padded>
        <PasswordForm email={me.email} />
      </Panel>
    </>
  );
}

function ProfileForm({ saved }: { saved: Me }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Partial<Me>>({});
  const shown = { ...saved, ...draft };
  const changes = changed(saved, draft);
  const save = useMutation(
    api.mutationOptions("patch", "/api/me/", {
      onSuccess: async (me) => {
        queryClient.setQueryData(meOptions().queryKey, me);
        if (isLocale(me.language)) await activateLocale(me.language);
        setDraft({});
        toast(t`Your profile is saved.`);
        // Sentences that came from the server are in the old language.
        void queryClient.invalidateQueries();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { name, language, time_zone } = changes;
    save.mutate({
      body: {
        ...(name !== undefined && { name }),
        ...(isLocale(language) && { language }),
        ...(time_zone && { time_zone }),
      },
    });
  };
  const edit = (some: Partial<Me>) => setDraft((before) => ({ ...before, ...some }));
  const wrong = (name: string) => save.error?.fields[name]?.join(" ");
  return (
    <Panel title={t`About you`} padded>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Field
          label={t`Name`}
          autoComplete="name"
          maxLength={120}
          value={shown.name}
          onChange={(event) => edit({ name: event.target.value })}
          error={wrong("name")}
        />
        <Field
          label={t`E-mail`}
          value={saved.email}
          readOnly
          hint={t`You sign in with it. It cannot be changed here.`}
        />
        <Select
          label={t`Language`}
          hint={t`Of the screens, and of the e-mails to you.`}
          value={shown.language}
          onChange={(event) => edit({ language: event.target.value as NonNullable<Me["language"]> })}
          error={wrong("language")}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
        <ZoneField
          label={t`Your time zone`}
          hint={t`Where it differs from the organisation's, your own time stands beside every time.`}
          value={shown.time_zone || "Europe/Brussels"}
          onChange={(time_zone) => edit({ time_zone })}
          error={wrong("time_zone")}
        />
        {save.error && Object.keys(save.error.fields).length === 0 && (
          <p className={styles.wrong} role="alert">
            {save.error.message}
          </p>
        )}
        <p className={styles.buttons}>
          <Button look="primary" type="submit" busy={save.isPending} disabled={Object.keys(changes).length === 0}>
            {t`Save`}
          </Button>
        </p>
      </form>
    </Panel>
  );
}
