import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { toast, toastProblem } from "~/components/toast";
import type { Channel } from "./draft";
import styles from "./fill-in-dialog.module.css";

interface Props {
  channel: Channel;
  /** What stands in the text in braces, without them. */
  name: string;
  onClose: () => void;
}

/** What a fill-in reads on one channel, said over the draft: nothing that is being written is left for it. */
export function FillInDialog({ channel, name, onClose }: Props) {
  const { t } = useLingui();
  const form = useId();
  const { slug } = useOrganisation();
  const queryClient = useQueryClient();
  const [value, setValue] = useState("");
  const refresh = () => void api.refresh(queryClient, "/api/channels/", "/api/posts/", "/api/calendar/");
  const put = (placeholders: Record<string, string>) => ({
    params: { path: { id: channel.id } },
    body: { placeholders },
  });
  const takeBack = useMutation(
    api.mutationOptions("patch", "/api/channels/{id}/", { onSuccess: refresh, onError: toastProblem }),
  );
  const save = useMutation(
    api.mutationOptions("patch", "/api/channels/{id}/", {
      onSuccess: () => {
        refresh();
        toast(t`“${name}” reads “${value.trim()}” on ${channel.name}`, {
          undo: () => takeBack.mutate(put(channel.placeholders)),
        });
        onClose();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) save.mutate(put({ ...channel.placeholders, [name]: value.trim() }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`What “${name}” reads on ${channel.name}`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            busy={save.isPending}
            disabled={!value.trim()}
          >{t`Save`}</Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <Field
          label={t`Reads here`}
          hint={t`In every post for this channel, now and later.`}
          value={value}
          maxLength={200}
          autoFocus
          onChange={(event) => setValue(event.target.value)}
          error={save.error ? (save.error.fields?.placeholders?.join(" ") ?? save.error.message) : undefined}
        />
      </form>
      <p className={styles.more}>
        <Link to={"/$org/channels" as string} params={{ org: slug } as never} search={{ edit: channel.id } as never}>
          <Trans>All fill-ins of this channel</Trans>
        </Link>
      </p>
    </Dialog>
  );
}
