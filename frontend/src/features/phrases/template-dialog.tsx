import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { Checkbox } from "~/components/checkbox";
import { Field } from "~/components/field";
import { PhraseDialog } from "./phrase-dialog";

interface Props {
  row: components["schemas"]["TemplateShape"];
  onClose: () => void;
  onSaved: () => void;
}

/** A template's name and what it is for; its content is what a post was when it was kept. */
export function TemplateDialog({ row, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(row.name);
  const [isRiposte, setRiposte] = useState(row.is_riposte ?? false);
  const change = useMutation(
    api.mutationOptions("patch", "/api/templates/{id}/", {
      onSuccess: () => {
        onSaved();
        onClose();
      },
    }),
  );
  const wrong = change.error?.fields?.name?.join(" ");
  return (
    <PhraseDialog
      title={t`Edit ${row.name}`}
      isBusy={change.isPending}
      problem={wrong ? undefined : change.error?.message}
      onClose={onClose}
      onSave={() =>
        change.mutate({
          params: { path: { id: row.id } },
          body: { name, is_riposte: isRiposte, title: row.title ?? "" },
        })
      }
    >
      <Field
        label={t`Name`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        error={wrong}
      />
      <Checkbox label={t`For ripostes`} checked={isRiposte} onChange={(event) => setRiposte(event.target.checked)} />
    </PhraseDialog>
  );
}
