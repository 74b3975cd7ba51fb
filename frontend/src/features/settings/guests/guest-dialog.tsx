import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { Field, Select } from "~/components/field";
import { toast } from "~/components/toast";
import { currentLocale, localeNames, locales } from "~/lib/locale";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import styles from "../parts.module.css";

const DAYS = 60;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Ask somebody from outside to say yes or no to posts by link: to each of a campaign, or to single ones. */
export function GuestDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const form = useId();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [key] = useState(newKey);
  const [said, setSaid] = useState({ name: "", email: "", capacity: "", until: inDays(DAYS) });
  const [language, setLanguage] = useState(currentLocale());
  const [campaigns, setCampaigns] = useState<readonly string[]>([]);
  const [posts, setPosts] = useState<readonly string[]>([]);
  const { data: known } = useQuery(api.queryOptions("get", "/api/campaigns/"));
  const { data: waiting } = useQuery(
    api.queryOptions("get", "/api/posts/", { params: { query: { state: ["in_review", "draft"], page_size: 30 } } }),
  );
  const invite = useMutation(
    api.mutationOptions("post", "/api/guests/", {
      onSuccess: ({ name }) => {
        toast(t`${name} is a guest. What waits for them is on its way by e-mail.`);
        onClose();
        void api.refresh(queryClient, "/api/guests/", "/api/decisions/");
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...said, language, campaigns: [...campaigns], posts: [...posts] };
    invite.mutate({ body, headers: { "Idempotency-Key": `${key}-${JSON.stringify(body)}`.slice(0, 120) } });
  };
  const edit = (some: Partial<typeof said>) => setSaid((before) => ({ ...before, ...some }));
  const { fields = {}, message } = invite.error ?? {};
  const isEmpty = campaigns.length + posts.length === 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Invite a guest`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} busy={invite.isPending} disabled={isEmpty}>
            {isEmpty ? t`Choose what it is about` : t`Invite`}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={onSubmit} noValidate>
        <Field
          label={t`Name`}
          autoFocus
          autoComplete="off"
          maxLength={120}
          value={said.name}
          onChange={({ target }) => edit({ name: target.value })}
          error={fields.name?.join(" ")}
        />
        <Field
          label={t`E-mail`}
          type="email"
          inputMode="email"
          autoComplete="off"
          value={said.email}
          onChange={({ target }) => edit({ email: target.value })}
          error={fields.email?.join(" ")}
        />
        <Field
          label={t`Asked as (may stay empty)`}
          autoComplete="off"
          maxLength={120}
          value={said.capacity}
          onChange={({ target }) => edit({ capacity: target.value })}
          hint={t`Candidate, partner organisation, expert …`}
        />
        <Select
          label={t`Language of the letters`}
          value={language}
          onChange={({ target }) => setLanguage(target.value as typeof language)}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
        <Field
          label={t`Last day`}
          type="date"
          value={said.until}
          min={inDays(0)}
          onChange={({ target }) => edit({ until: target.value })}
          error={fields.expires_at?.join(" ") ?? fields.until?.join(" ")}
        />
        <Choices
          title={t`Every post of`}
          rows={(known?.results ?? []).map(({ id, name }) => ({ id, name }))}
          chosen={campaigns}
          onChange={setCampaigns}
        />
        <Choices
          title={t`Single posts`}
          rows={(waiting?.results ?? []).map(({ id, first_line: line, next_at: at }) => ({
            id,
            name: line || t`Post without a text`,
            hint: at ? format.dateTime(at) : undefined,
          }))}
          chosen={posts}
          onChange={setPosts}
        />
        {invite.error && (
          <p className={styles.wrong} role="alert">
            {message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface ChoicesProps {
  title: string;
  rows: readonly { id: string; name: string; hint?: string | undefined }[];
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

function Choices({ title, rows, chosen, onChange }: ChoicesProps) {
  if (rows.length === 0) return null;
  return (
    <fieldset>
      <legend className={styles.legend}>{title}</legend>
      {rows.map(({ id, name, hint }) => (
        <Checkbox
          key={id}
          label={name}
          hint={hint}
          checked={chosen.includes(id)}
          onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  );
}
