import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { type Group, GroupDialog } from "./group-dialog";
import styles from "./groups-panel.module.css";
import type { Channel } from "./model";

/** Channels that are chosen together under a post: sections, regions, languages. */
export function GroupsPanel({ channels }: { channels: readonly Channel[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const mayPlan = useMay()("plan");
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(api.queryOptions("get", "/api/channel-groups/"));
  const [editing, setEditing] = useState<Group | "new">();
  const refresh = () => void api.refresh(queryClient, "/api/channel-groups/");
  const again = useMutation(
    api.mutationOptions("post", "/api/channel-groups/", { onSettled: refresh, onError: toastProblem }),
  );
  const remove = useMutation(
    api.mutationOptions("delete", "/api/channel-groups/{id}/", { onSettled: refresh, onError: toastProblem }),
  );
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const groups = data?.results ?? [];
  if (!mayPlan && groups.length === 0) return null;
  const drop = ({ id, name, channels: ids }: Group) =>
    remove.mutate(
      { params: { path: { id } } },
      {
        onSuccess: () =>
          toast(t`The group ${name} is gone`, { undo: () => again.mutate({ body: { name, channels: ids } }) }),
      },
    );
  return (
    <Panel
      title={t`Groups`}
      aside={mayPlan && <Button size="small" icon="plus" onClick={() => setEditing("new")}>{t`New group`}</Button>}
    >
      {isPending && <SkeletonList rows={2} height={52} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && groups.length === 0 && (
        <p
          className={styles.none}
        >{t`Channels that often go together can be chosen in one press: make a group of them.`}</p>
      )}
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={styles.row}>
            <div className={styles.words}>
              <b>{group.name}</b>
              <span className="muted">{format.list(group.channels.flatMap((id) => names.get(id) ?? []))}</span>
            </div>
            {mayPlan && (
              <>
                <IconButton icon="pen" look="plain" label={t`Edit ${group.name}`} onClick={() => setEditing(group)} />
                <IconButton icon="trash" look="plain" label={t`Remove ${group.name}`} onClick={() => drop(group)} />
              </>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <GroupDialog
          group={editing === "new" ? null : editing}
          channels={channels}
          onClose={() => setEditing(undefined)}
          onSaved={refresh}
        />
      )}
    </Panel>
  );
}
