import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import type { components } from "~/api/schema.gen";
import { Field, Select, TextArea } from "~/components/field";
import { useFormat } from "~/lib/use-format";
import { PhraseDialog } from "./phrase-dialog";

export type HashtagSet = components["schemas"]["HashtagSetShape"];

interface Props {
  row: HashtagSet | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A set of hashtags. */
export function HashtagSetDialog({ row, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { languages } = useOrganisation();
  const [name, setName] = useState(row?.name ?? "");
  const [tags, setTags] = useState(row?.tags.map((tag) => `#${tag}`).join(" ") ?? "");
  const [language, setLanguage] = useState<string>(row?.language ?? "");
  const done = {
    onSuccess: () => {
      onSaved();
      onClose();
    },
  };
  const add = useMutation(api.mutationOptions("post", "/api/hashtag-sets/", done));
  const change = useMutation(api.mutationOptions("patch", "/api/hashtag-sets/{id}/", done));
  const error = add.error ?? change.error;
  const wrong = error?.fields ?? {};
  const save = () => {
    const body = {
      name: name.trim(),
      tags: tags.split(/[\s,;]+/).filter(Boolean),
      language: language as NonNullable<HashtagSet["language"]>,
    };
    if (row) change.mutate({ params: { path: { id: row.id } }, body });
    else add.mutate({ body });
  };
  return (
    <PhraseDialog
      title={row ? t`Edit ${row.name}` : t`Add a set`}
      isBusy={add.isPending || change.isPending}
      problem={error && Object.keys(wrong).length === 0 ? error.message : undefined}
      onClose={onClose}
      onSave={save}
    >
      <Field
        label={t`Name`}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        error={wrong.name?.join(" ")}
      />
      <TextArea
        label={t`Hashtags`}
        hint={t`With a capital for each word, screen readers read them as words: #ClimateJustice`}
        value={tags}
        rows={3}
        onChange={(event) => setTags(event.target.value)}
        error={wrong.tags?.join(" ")}
      />
      <Select label={t`Language`} value={language} onChange={(event) => setLanguage(event.target.value)}>
        <option value="">{t`Any`}</option>
        {languages.map((code) => (
          <option key={code} value={code}>
            {format.languageName(code)}
          </option>
        ))}
      </Select>
    </PhraseDialog>
  );
}
