import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { networkName } from "~/components/network-mark";
import type { Channel } from "./model";

export type Group = components["schemas"]["GroupShape"];

interface Props {
  group: Group | null;
  channels: readonly Channel[];
  onClose: () => void;
  onSaved: () => void;
}

/** A group's name and who is in it. */
export function GroupDialog({ group, channels, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(group?.name ?? "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(group?.channels));
  const done = {
    onSuccess: () => {
      onSaved();
      onClose();
    },
  };
  const make = useMutation(api.mutationOptions("post", "/api/channel-groups/", done));
  const change = useMutation(api.mutationOptions("patch", "/api/channel-groups/{id}/", done));
  const body = { name: name.trim(), channels: [...chosen] };
  const save = () => (group ? change.mutate({ params: { path: { id: group.id } }, body }) : make.mutate({ body }));
  const error = make.error ?? change.error;
  const toggle = (id: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((each) => each !== id)));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={group ? t`Edit ${group.name}` : t`New group`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            busy={make.isPending || change.isPending}
            disabled={!body.name || chosen.size === 0}
            onClick={save}
          >{t`Save`}</Button>
        </>
      }
    >
      <Field
        label={t`Name`}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        error={error ? (error.fields?.name?.join(" ") ?? error.message) : undefined}
      />
      <fieldset>
        <legend>{t`Channels`}</legend>
        {channels.map(({ id, name: called, network }) => (
          <Checkbox
            key={id}
            label={called}
            hint={networkName(network)}
            checked={chosen.has(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
      </fieldset>
    </Dialog>
  );
}
