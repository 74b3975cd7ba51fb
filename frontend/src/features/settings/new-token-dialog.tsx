import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { firstCall } from "./model";
import styles from "./parts.module.css";

/** Make a token, and show it this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const form = useId();
  const organisation = useOrganisation();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const make = useMutation(
    api.mutationOptions("post", "/api/tokens/", { onSuccess: () => void api.refresh(queryClient, "/api/tokens/") }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ body: { name } });
  };
  if (make.data) {
    const { token } = make.data;
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t`Copy the token now`}
        // A press beside it would lose what is never shown again.
        role="alertdialog"
        actions={<Button look="primary" onClick={onClose}>{t`I have copied it`}</Button>}
      >
        <div className={styles.stack}>
          <p>{t`It is shown this once. Whoever has it can act as you.`}</p>
          <CopyField label={t`Token`} value={token} />
          <CopyField
            label={t`A first call`}
            value={firstCall({ origin: location.origin, slug: organisation.slug, token })}
            lines
          />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`New token`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} busy={make.isPending}>{t`Make the token`}</Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate>
        <Field
          label={t`What is it for?`}
          hint={t`For example: website, newsletter, export script.`}
          maxLength={80}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={make.error ? (make.error.fields.name?.join(" ") ?? make.error.message) : undefined}
        />
      </form>
    </Dialog>
  );
}
