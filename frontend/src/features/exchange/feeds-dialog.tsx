import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { CopyField } from "~/components/copy-field";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./feeds.module.css";

interface Props {
  /** The filters of the calendar as it stands: what a new feed shows. */
  choice: Record<string, string[]>;
  onClose: () => void;
}

/** Addresses by which other calendar programs show what is planned. */
export default function FeedsDialog({ choice, onClose }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ name: string; address: string } | null>(null);
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/feeds/"));
  const refresh = () => void api.refresh(queryClient, "/api/feeds/");
  const show = ({ feed, address }: { feed: { name: string }; address: string }) => {
    setMade({ name: feed.name, address });
    refresh();
  };
  const make = useMutation(api.mutationOptions("post", "/api/feeds/", { onSuccess: show }));
  const renew = useMutation(
    api.mutationOptions("post", "/api/feeds/{id}/renew/", { onSuccess: show, onError: toastProblem }),
  );
  const revoke = useMutation(
    api.mutationOptions("delete", "/api/feeds/{id}/", {
      onSuccess: () => {
        setMade(null);
        refresh();
        toast(t`The address leads nowhere any more.`);
      },
      onError: toastProblem,
    }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    make.mutate(
      {
        body: {
          name: String(given.get("name")),
          choice,
          with_drafts: given.has("drafts"),
          with_texts: given.has("texts"),
        },
      },
      { onSuccess: () => form.reset() },
    );
  };
  const isFiltered = Object.values(choice).some((values) => values.length > 0);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Feeds`}
      actions={<Button look="primary" onClick={onClose}>{t`Done`}</Button>}
    >
      <p className="muted">{t`Subscribe to the calendar in Outlook, Google Calendar or your phone. Whoever has the address sees what is in the feed: share it like a key.`}</p>
      {made && (
        <div className={styles.made}>
          <CopyField label={t`Address of “${made.name}”`} value={made.address} />
          <p className="muted">{t`It is shown this once. Lost it? Renew the feed.`}</p>
        </div>
      )}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={2} />}
      <ul>
        {data?.results.map((feed) => (
          <li key={feed.id} className={styles.row}>
            <span className={styles.words}>
              <b>{feed.name}</b>
              <span className="muted">
                {feed.fetched_at ? <Trans>last fetched {format.dateTime(feed.fetched_at)}</Trans> : t`not fetched yet`}
              </span>
            </span>
            <Button size="small" look="quiet" onClick={() => renew.mutate({ params: { path: { id: feed.id } } })}>
              {t`Renew`}
              <span className="only-read">: {feed.name}</span>
            </Button>
            <Button size="small" look="quiet" onClick={() => revoke.mutate({ params: { path: { id: feed.id } } })}>
              {t`Revoke`}
              <span className="only-read">: {feed.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Field
          label={t`Name of a new feed`}
          name="name"
          maxLength={80}
          hint={
            isFiltered
              ? t`It shows what passes the calendar's filters as they are now.`
              : t`It shows every channel and campaign. Set filters first to show less.`
          }
          error={make.error?.fields.name?.join(" ") ?? make.error?.message}
        />
        <Checkbox name="drafts" label={t`Also what nobody has approved yet`} />
        <Checkbox name="texts" label={t`Whole texts, not first lines alone`} />
        <Button type="submit" icon="plus" busy={make.isPending}>{t`Make the feed`}</Button>
      </form>
    </Dialog>
  );
}
