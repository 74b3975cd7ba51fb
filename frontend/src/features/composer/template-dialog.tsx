import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import { useComposing } from "./context";

// Written apart: in a sentence that is translated, braces mean something else.
const HEADLINE = "{headline}";
const LINK = "{link}";

/** Keeps what is written as something that other posts may begin with: texts, pictures and channels, without the times. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { draft } = useComposing();
  const queryClient = useQueryClient();
  const [name, setName] = useState(draft.title);
  const [isRiposte, setRiposte] = useState(false);
  const [key] = useState(newKey);
  const keep = useMutation(
    api.mutationOptions("post", "/api/templates/", {
      onSuccess: () => {
        toast(t`Kept as a template: new posts can begin with it`);
        void api.refresh(queryClient, "/api/templates/");
        onClose();
      },
    }),
  );
  const save = () =>
    keep.mutate({
      params: { header: { "Idempotency-Key": key } },
      body: { ...draft, name, is_riposte: isRiposte },
    });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Keep as a template`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" busy={keep.isPending} disabled={!name.trim()} onClick={save}>{t`Keep`}</Button>
        </>
      }
    >
      <Field
        label={t`Name`}
        hint={t`Texts, pictures and channels are kept, the times are not.`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        error={keep.error ? (keep.error.fields?.name?.join(" ") ?? keep.error.message) : undefined}
      />
      <Checkbox
        label={t`For ripostes`}
        hint={t`The texts may hold ${HEADLINE} and ${LINK}: they are filled when a riposte starts.`}
        checked={isRiposte}
        onChange={(event) => setRiposte(event.target.checked)}
      />
    </Dialog>
  );
}
