import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field, TextArea } from "~/components/field";
import { toast } from "~/components/toast";
import { locales } from "~/lib/locale";
import { useFormat } from "~/lib/use-format";
import styles from "./library.module.css";
import { type Asset, changedAlt } from "./model";

const ALT_MOST = 1000;

/** The picture's name, and what it shows in each language: what a new use of it starts with. */
export function AssetWords({ asset, isReadOnly }: { asset: Asset; isReadOnly: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { languages } = useOrganisation();
  const [name, setName] = useState(asset.name);
  const [isDecorative, setDecorative] = useState(asset.is_decorative ?? false);
  const [alt, setAlt] = useState<Record<string, string>>(asset.alt);
  const shown = [...languages, ...locales.filter((locale) => !languages.includes(locale) && asset.alt[locale])];
  const changes = changedAlt(asset.alt, alt);
  const isChanged =
    name.trim() !== asset.name || isDecorative !== (asset.is_decorative ?? false) || Object.keys(changes).length > 0;
  const save = useMutation(
    api.mutationOptions("patch", "/api/assets/{id}/", {
      onSuccess: (saved) => {
        queryClient.setQueryData(
          api.queryOptions("get", "/api/assets/{id}/", { params: { path: { id: saved.id } } }).queryKey,
          saved,
        );
        toast(t`Saved`);
        void api.refresh(queryClient, "/api/assets/");
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      params: { path: { id: asset.id } },
      body: { name: name.trim(), alt: changes, is_decorative: isDecorative },
    });
  };
  return (
    <form className={styles.words} onSubmit={submit}>
      <p className="muted">{t`Blind people hear these words instead of the picture. Say what is seen, and the words on it.`}</p>
      {shown.map((language) => {
        const text = alt[language] ?? "";
        const length = [...text].length;
        return (
          <TextArea
            key={language}
            lang={language}
            label={format.languageName(language)}
            aside={`${format.number(length)} / ${format.number(ALT_MOST)}`}
            error={length > ALT_MOST ? t`${length - ALT_MOST} characters too long.` : undefined}
            value={text}
            readOnly={isReadOnly}
            onChange={(event) => setAlt({ ...alt, [language]: event.target.value })}
          />
        );
      })}
      <Checkbox
        label={t`It only decorates`}
        hint={t`It shows nothing that the text does not say, so it needs no words.`}
        checked={isDecorative}
        disabled={isReadOnly}
        onChange={(event) => setDecorative(event.target.checked)}
      />
      <Field
        label={t`Name`}
        value={name}
        maxLength={200}
        readOnly={isReadOnly}
        onChange={(event) => setName(event.target.value)}
      />
      {save.error && (
        <p className={styles.refused} role="alert">
          {save.error.message}
        </p>
      )}
      {!isReadOnly && (
        <Button type="submit" look="primary" busy={save.isPending} disabled={!isChanged}>
          {t`Save words`}
        </Button>
      )}
    </form>
  );
}
