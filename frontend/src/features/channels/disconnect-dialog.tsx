import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { toast, toastProblem } from "~/components/toast";
import styles from "./dialogs.module.css";
import type { Channel } from "./model";

const AHEAD_DAYS = 90;
const DAY_MS = 86_400_000;

/** Asks before a channel's access is given back, and says what becomes of its posts. */
export function DisconnectDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [from] = useState(() => Date.now());
  const planned = useQuery(
    api.queryOptions("get", "/api/calendar/", {
      params: {
        query: {
          from: new Date(from).toISOString(),
          to: new Date(from + AHEAD_DAYS * DAY_MS).toISOString(),
          channel: [channel.id],
        },
      },
    }),
  );
  const disconnect = useMutation(
    api.mutationOptions("delete", "/api/channels/{id}/", {
      onError: toastProblem,
      onSuccess: () => {
        toast(t`${channel.name} is disconnected.`);
        onClose();
        void api.refresh(queryClient, "/api/channels/", "/api/cadence/", "/api/calendar/");
      },
    }),
  );
  const { name, network_label: network } = channel;
  const count = planned.data?.length ?? 0;
  return (
    <ConfirmDialog
      isOpen
      danger
      onClose={onClose}
      onConfirm={() => disconnect.mutate({ params: { path: { id: channel.id } } })}
      busy={disconnect.isPending}
      title={t`Disconnect ${name} from ${network}?`}
      confirm={t`Disconnect`}
    >
      <ul className={styles.points}>
        <li>
          {count > 0 ? (
            <Plural
              value={count}
              one="# planned post stays in the calendar, but does not go out."
              other="# planned posts stay in the calendar, but do not go out."
            />
          ) : (
            t`Planned posts stay in the calendar, but do not go out.`
          )}
        </li>
        <li>{t`What is published stays on ${network} and in your records.`}</li>
        <li>{t`Carillon forgets its access. You can connect the channel again at any time.`}</li>
      </ul>
    </ConfirmDialog>
  );
}
