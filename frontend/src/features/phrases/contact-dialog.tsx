import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { Field, Select } from "~/components/field";
import { PhraseDialog } from "./phrase-dialog";

export type Contact = components["schemas"]["ContactShape"];

interface Props {
  row: Contact | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Return the name as texts write it; `isTyping` lets a dash stand at the end. */
const slug = (name: string, isTyping = false): string => {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const dashed = plain
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[-_]+/, "")
    .replace(/([-_])[-_]+/g, "$1")
    .slice(0, 40);
  return isTyping ? dashed : dashed.replace(/[-_]+$/, "");
};

/** Somebody in the address book, with the handle on each network. */
export function ContactDialog({ row, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const networks = useQuery(api.queryOptions("get", "/api/networks/"));
  const [name, setName] = useState(row?.name ?? "");
  const [key, setKey] = useState(row?.key ?? "");
  const [kind, setKind] = useState(row?.kind ?? "person");
  const [note, setNote] = useState(row?.note ?? "");
  const [handles, setHandles] = useState<Record<string, string>>(row?.handles ?? {});
  const inBraces = `{@${key || slug(name) || "greens"}}`;
  const done = {
    onSuccess: () => {
      onSaved();
      onClose();
    },
  };
  const add = useMutation(api.mutationOptions("post", "/api/contacts/", done));
  const change = useMutation(api.mutationOptions("patch", "/api/contacts/{id}/", done));
  const error = add.error ?? change.error;
  const wrong = error?.fields ?? {};
  const save = () => {
    const body = { name: name.trim(), key: key || slug(name), kind, note, handles };
    if (row) change.mutate({ params: { path: { id: row.id } }, body });
    else add.mutate({ body });
  };
  return (
    <PhraseDialog
      title={row ? t`Edit ${row.name}` : t`Add a contact`}
      isBusy={add.isPending || change.isPending}
      problem={error && Object.keys(wrong).length === 0 ? error.message : undefined}
      onClose={onClose}
      onSave={save}
    >
      <Field
        label={t`Name`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        error={wrong.name?.join(" ")}
      />
      <Field
        label={t`Short name in texts`}
        hint={t`Small letters and digits. In a text it stands in braces: ${inBraces}`}
        value={key}
        placeholder={slug(name)}
        maxLength={40}
        autoCapitalize="none"
        onChange={(event) => setKey(slug(event.target.value, true))}
        onBlur={() => setKey(slug(key))}
        error={wrong.key?.join(" ")}
      />
      <Select
        label={t`Kind`}
        value={kind}
        onChange={(event) => setKind(event.target.value as NonNullable<Contact["kind"]>)}
      >
        <option value="person">{t`Person`}</option>
        <option value="organisation">{t`Organisation`}</option>
      </Select>
      {networks.data?.map(({ slug: network, label }) => (
        <Field
          key={network}
          label={t`Handle on ${label}`}
          value={handles[network] ?? ""}
          maxLength={120}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setHandles({ ...handles, [network]: event.target.value })}
        />
      ))}
      {wrong.handles && <p role="alert">{wrong.handles.join(" ")}</p>}
      <Field label={t`Note`} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
    </PhraseDialog>
  );
}
