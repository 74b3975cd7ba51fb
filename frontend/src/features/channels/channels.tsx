import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { PageHeader } from "~/components/page-header";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { CameBack } from "./came-back";
import { ChannelRow, type RowActs } from "./channel-row";
import styles from "./channels.module.css";
import { ConnectDialog } from "./connect-dialog";
import { DisconnectDialog } from "./disconnect-dialog";
import { EditDialog } from "./edit-dialog";
import { FoundDialog } from "./found-dialog";
import { GroupsPanel } from "./groups-panel";
import { type Channel, parted } from "./model";
import { ANY, type ChannelsSearch } from "./search";
import { useChannelActs } from "./use-channel-acts";
import { useConnect } from "./use-connect";

interface Props {
  search: ChannelsSearch;
  onSearch: (next: ChannelsSearch) => void;
}

/** Which channels there are and how they are; connect, repair, pause and disconnect them. */
export function Channels({ search, onSearch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery(
    api.queryOptions("get", "/api/channels/", { params: { query: { gone: true } } }),
  );
  const [welcomed, setWelcomed] = useState<Channel>();
  const [leaving, setLeaving] = useState<Channel>();
  const connect = useConnect();
  const acts: RowActs = {
    ...useChannelActs(),
    edit: ({ id }) => onSearch({ edit: id }),
    disconnect: setLeaving,
    signIn: ({ network, id, state }) =>
      connect.leave(state === "disconnected" ? { network } : { network, channel: id }),
    isLeavingFor: ({ network, id, state }) =>
      connect.isLeavingFor(state === "disconnected" ? { network } : { network, channel: id }),
  };
  const choose = () => onSearch({ connect: ANY });
  const onConnected = (made: Channel[]) => {
    onSearch({});
    // What is new has languages and a target to be told; several at once are edited from the list.
    const [first] = made;
    if (first && made.length === 1 && first.last_success_at === null) setWelcomed(first);
    else toast(t`Connected: ${format.list(made.map(({ name }) => name))}.`);
  };
  const parts = parted(data?.results ?? []);
  const editing = search.edit ? data?.results.find(({ id }) => id === search.edit) : undefined;
  const count = parts.needy.length + parts.fine.length;
  const rows = (channels: Channel[]) => (
    <ul>
      {channels.map((channel) => (
        <ChannelRow key={channel.id} channel={channel} acts={acts} />
      ))}
    </ul>
  );
  return (
    <>
      <PageHeader
        title={t`Channels`}
        actions={
          may("connect") && (
            <Button look="primary" icon="plus" onClick={choose}>
              {t`Connect a channel`}
            </Button>
          )
        }
      >
        {!may("connect") && <span className="small">{t`An administrator connects and pauses channels.`}</span>}
      </PageHeader>
      {search.problem && (
        <CameBack
          problem={search.problem}
          network={search.network}
          onClose={() => onSearch({})}
          onAgain={search.network ? () => connect.leave({ network: search.network ?? "" }) : choose}
        />
      )}
      <div className={styles.parts}>
        {isPending && (
          <Panel>
            <SkeletonList rows={4} height={68} />
          </Panel>
        )}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {data && count === 0 && (
          <Empty
            icon="channels"
            title={t`No channel yet`}
            action={may("connect") && <Button look="primary" onClick={choose}>{t`Connect a channel`}</Button>}
          >
            {may("connect")
              ? t`Connect the pages and profiles you publish on. It takes a minute each.`
              : t`Ask an administrator to connect the pages and profiles you publish on.`}
          </Empty>
        )}
        {parts.needy.length > 0 && (
          <Panel
            title={t`Needs attention`}
            tone={parts.needy.some(({ problem }) => problem !== null) ? "broken" : "attention"}
          >
            {rows(parts.needy)}
          </Panel>
        )}
        {parts.fine.length > 0 && (
          <Panel title={parts.needy.length > 0 ? t`The others` : t`All channels`}>{rows(parts.fine)}</Panel>
        )}
        {data && count > 0 && <GroupsPanel channels={[...parts.needy, ...parts.fine]} />}
        {parts.gone.length > 0 && (
          <details className={styles.gone}>
            <summary>
              <Plural value={parts.gone.length} one="# disconnected channel" other="# disconnected channels" />
            </summary>
            <Panel>{rows(parts.gone)}</Panel>
          </details>
        )}
      </div>
      {search.connect && (
        <ConnectDialog
          shown={search.connect}
          onShow={(network) => onSearch(network ? { connect: network } : {})}
          connect={connect}
        />
      )}
      {search.connection && (
        <FoundDialog
          connection={search.connection}
          onClose={() => onSearch({})}
          onConnected={onConnected}
          onAgain={choose}
        />
      )}
      {editing && <EditDialog key={editing.id} channel={editing} onClose={() => onSearch({})} />}
      {welcomed && <EditDialog channel={welcomed} isNew onClose={() => setWelcomed(undefined)} />}
      {leaving && <DisconnectDialog channel={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}
