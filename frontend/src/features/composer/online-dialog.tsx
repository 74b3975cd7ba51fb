import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { asAddress } from "./edit";

interface Props {
  isOpen: boolean;
  delivery: string;
  name: string;
  onClose: () => void;
  onDone: () => unknown;
}

/** A person has seen it on the network, and may say where. */
export function OnlineDialog({ isOpen, delivery, name, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [permalink, setPermalink] = useState("");
  const say = useMutation(api.mutationOptions("post", "/api/deliveries/{id}/online/", { onSuccess: onDone }));
  const send = () =>
    say.mutate({
      params: { path: { id: delivery } },
      body: { permalink: permalink.trim() ? asAddress(permalink) : "" },
    });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`It is online on ${name}`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" busy={say.isPending} onClick={send}>{t`It is online`}</Button>
        </>
      }
    >
      <Field
        type="url"
        label={t`Its address there, if you have it`}
        placeholder="https://"
        value={permalink}
        error={say.error ? (say.error.fields.permalink?.[0] ?? say.error.message) : undefined}
        onChange={(event) => setPermalink(event.target.value)}
      />
    </Dialog>
  );
}
