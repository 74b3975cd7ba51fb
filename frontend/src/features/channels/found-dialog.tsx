import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Answer, api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { networkName } from "~/components/network-mark";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { ChannelAvatar } from "./channel-avatar";
import styles from "./dialogs.module.css";
import { atHandle, type Channel, type Found, foundKind, ticked } from "./model";

type FoundThere = Answer<"get", "/api/channels/connections/{id}/">;

interface Props {
  connection: string;
  onClose: () => void;
  onConnected: (made: Channel[]) => void;
  /** Start anew, when it took too long. */
  onAgain: () => void;
}

/** Back from a network: choose which of the found pages become channels. A channel that signs in again needs no choice. */
export function FoundDialog({ connection, onClose, onConnected, onAgain }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const path = { id: connection };
  const found = useQuery({
    ...api.queryOptions("get", "/api/channels/connections/{id}/", { params: { path } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [own, setOwn] = useState<string[]>();
  const choose = useMutation(
    api.mutationOptions("post", "/api/channels/connections/{id}/", {
      onSuccess: (made) => {
        onConnected(made);
        void api.refresh(queryClient, "/api/channels/", "/api/cadence/");
      },
    }),
  );
  const { mutate, isIdle } = choose;
  const again = found.data?.channel ? found.data.accounts.find(({ channel }) => channel === found.data.channel) : null;
  useEffect(() => {
    if (again && isIdle) mutate({ params: { path: { id: connection } }, body: { remote_ids: [again.remote_id] } });
  }, [again, isIdle, mutate, connection]);

  const chosen = own ?? (found.data ? ticked(found.data.accounts) : []);
  const error = found.error ?? choose.error;
  const network = found.data && networkName(found.data.network);
  const count = chosen.length;
  const gone = t`This sign-in is over, or somebody else started it. Nothing has changed: please connect again.`;
  const canChoose = found.data && !again && !error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={network && !again ? t`Found on ${network}` : t`Connecting`}
      actions={
        error ? (
          <>
            <Button look="quiet" onClick={onClose}>{t`Close`}</Button>
            <Button look="primary" onClick={onAgain}>{t`Connect again`}</Button>
          </>
        ) : (
          canChoose && (
            <>
              <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
              <Button
                look="primary"
                disabled={count === 0}
                busy={choose.isPending}
                onClick={() => mutate({ params: { path }, body: { remote_ids: chosen } })}
              >
                {count === 0 ? (
                  t`Choose at least one`
                ) : (
                  <Plural value={count} one="Connect # channel" other="Connect # channels" />
                )}
              </Button>
            </>
          )
        )
      }
    >
      {error && <ErrorState error={error.status === 404 ? { message: gone } : error} />}
      {!error && !canChoose && <SkeletonList rows={2} />}
      {canChoose && found.data && <Choice found={found.data} chosen={chosen} onChoose={setOwn} />}
    </Dialog>
  );
}

function Choice({
  found: { network, accounts },
  chosen,
  onChoose,
}: {
  found: FoundThere;
  chosen: string[];
  onChoose: (ids: string[]) => void;
}) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const kind = foundKind(accounts);
  const toggle = ({ remote_id }: Found, isOn: boolean) =>
    onChoose(isOn ? [...chosen, remote_id] : chosen.filter((each) => each !== remote_id));
  const lead = {
    one: t`Connect this one to ${organisation.name}?`,
    several: t`Tick those that ${organisation.name} publishes on. The others are forgotten.`,
    "all-known": t`All of these are connected already. Tick those whose sign-in you want to renew.`,
  }[kind];
  return (
    <>
      <p>{lead}</p>
      <ul className={styles.found}>
        {accounts.map((account) => (
          <li key={account.remote_id}>
            <Checkbox
              className={styles.pick ?? ""}
              checked={chosen.includes(account.remote_id)}
              onChange={(event) => toggle(account, event.target.checked)}
              label={
                <span className={styles.account}>
                  <ChannelAvatar network={network} name={account.name} picture={account.avatar_url} size={36} />
                  <span className={styles.words}>
                    <strong>{account.name}</strong>
                    {account.handle && <span className="small muted"> {atHandle(account.handle)}</span>}
                  </span>
                  {account.channel !== null && <Tag icon="check">{t`Connected before`}</Tag>}
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {kind === "several" && accounts.some(({ channel }) => channel !== null) && (
        <p className="small muted">{t`Ticking one that was connected before renews its sign-in and keeps its history.`}</p>
      )}
    </>
  );
}
