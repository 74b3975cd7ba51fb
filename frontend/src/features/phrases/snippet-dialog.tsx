import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import type { components } from "~/api/schema.gen";
import { Field, TextArea } from "~/components/field";
import { useFormat } from "~/lib/use-format";
import { PhraseDialog } from "./phrase-dialog";

export type Snippet = components["schemas"]["SnippetShape"];

interface Props {
  row: Snippet | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A ready text in the languages it is needed in. */
export function SnippetDialog({ row, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { languages } = useOrganisation();
  const [name, setName] = useState(row?.name ?? "");
  const [texts, setTexts] = useState<Record<string, string>>(row?.texts ?? {});
  const done = {
    onSuccess: () => {
      onSaved();
      onClose();
    },
  };
  const add = useMutation(api.mutationOptions("post", "/api/snippets/", done));
  const change = useMutation(api.mutationOptions("patch", "/api/snippets/{id}/", done));
  const error = add.error ?? change.error;
  const wrong = error?.fields ?? {};
  const save = () => {
    const body = { name: name.trim(), texts };
    if (row) change.mutate({ params: { path: { id: row.id } }, body });
    else add.mutate({ body });
  };
  return (
    <PhraseDialog
      title={row ? t`Edit ${row.name}` : t`Add a text`}
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
      {[...new Set([...languages, ...Object.keys(texts)])].map((code) => (
        <TextArea
          key={code}
          label={t`Text, ${format.languageName(code)}`}
          lang={code}
          rows={3}
          value={texts[code] ?? ""}
          onChange={(event) => setTexts({ ...texts, [code]: event.target.value })}
        />
      ))}
      {wrong.texts && <p role="alert">{wrong.texts.join(" ")}</p>}
    </PhraseDialog>
  );
}
