import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./dialogs.module.css";
import type { Channel } from "./model";
import { PlaceholdersField, tidy } from "./placeholders-field";
import { type Slot, SlotsField } from "./slots-field";

interface Props {
  channel: Channel;
  /** Just connected: says so, and asks for what Carillon cannot know. */
  isNew?: boolean;
  onClose: () => void;
}

/** A channel's name, languages and weekly target. Who plans may set the target, the rest is for those who connect. */
export function EditDialog({ channel, isNew, onClose }: Props) {
  const { t } = useLingui();
  const form = useId();
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNew ? t`${channel.name} is connected` : t`Edit ${channel.name}`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {isNew ? t`Later` : t`Cancel`}
          </Button>
          <Button look="primary" type="submit" form={form} busy={isBusy}>{t`Save`}</Button>
        </>
      }
    >
      {isNew && <p className={styles.lead}>{t`Which languages does it speak, and how often should it be heard?`}</p>}
      <EditForm id={form} channel={channel} onClose={onClose} onBusy={setBusy} />
    </Dialog>
  );
}

interface FormProps {
  id: string;
  channel: Channel;
  onClose: () => void;
  onBusy: (busy: boolean) => void;
}

function EditForm({ id, channel, onClose, onBusy }: FormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const canConnect = useMay()("connect");
  const organisation = useOrganisation();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Channel["languages"]>(channel.languages);
  const [slots, setSlots] = useState<Slot[]>(channel.slots as Slot[]);
  const [placeholders, setPlaceholders] = useState(() => Object.entries(channel.placeholders));
  const save = useMutation(
    api.mutationOptions("patch", "/api/channels/{id}/", {
      onMutate: () => onBusy(true),
      onSettled: () => onBusy(false),
      onSuccess: ({ name }) => {
        toast(t`${name} is saved.`);
        onClose();
        void api.refresh(queryClient, "/api/channels/", "/api/cadence/", "/api/slots/");
      },
    }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const weekly_target = Number(given.get("weekly_target") || 0);
    const name = String(given.get("name") ?? "");
    const planned = { weekly_target, slots, placeholders: tidy(placeholders) };
    save.mutate({
      params: { path: { id: channel.id } },
      body: canConnect ? { name, languages: chosen, ...planned } : planned,
    });
  };
  const toggle = (code: Channel["languages"][number], isOn: boolean) =>
    setChosen((before) => (isOn ? [...before, code] : before.filter((each) => each !== code)));
  const offered = [...new Set([...organisation.languages, ...channel.languages])];
  const wrong = save.error?.fields ?? {};
  return (
    <form id={id} className={styles.form} onSubmit={onSubmit} noValidate>
      {save.error && Object.keys(wrong).length === 0 && (
        <p className={styles.wrong} role="alert">
          {save.error.message}
        </p>
      )}
      <Field
        label={t`Name in Carillon`}
        hint={t`Only your team sees it. On the network nothing changes.`}
        name="name"
        defaultValue={channel.name}
        disabled={!canConnect}
        maxLength={200}
        error={wrong.name?.join(" ")}
      />
      <fieldset disabled={!canConnect}>
        <legend className={styles.legend}>{t`Languages`}</legend>
        <p className={styles.hint}>{t`New posts for this channel start in these languages.`}</p>
        {offered.map((code) => (
          <Checkbox
            key={code}
            label={<span className={styles.capital}>{format.languageName(code)}</span>}
            checked={chosen.includes(code)}
            onChange={(event) => toggle(code, event.target.checked)}
          />
        ))}
        {wrong.languages && (
          <p className={styles.wrong} role="alert">
            {wrong.languages.join(" ")}
          </p>
        )}
      </fieldset>
      {!canConnect && (
        <p className={styles.hint}>{t`Name and languages are for an administrator. You can set the weekly target.`}</p>
      )}
      <Field
        label={t`Weekly target`}
        hint={t`Posts a week that you aim for. 0 means no target.`}
        name="weekly_target"
        type="number"
        inputMode="numeric"
        min={0}
        max={1000}
        defaultValue={channel.weekly_target}
        error={wrong.weekly_target?.join(" ")}
      />
      <SlotsField value={slots} onChange={setSlots} />
      <PlaceholdersField value={placeholders} onChange={setPlaceholders} error={wrong.placeholders?.join(" ")} />
    </form>
  );
}
