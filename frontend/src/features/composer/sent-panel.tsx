import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Answer, api } from "~/api/client";
import { useMay, useMe } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import { isOnline, openTakeBack } from "~/lib/take-back";
import { type Seen, useComposing } from "./context";
import { OnlineDialog } from "./online-dialog";
import styles from "./sent-panel.module.css";

type Delivery = Answer<"get", "/api/deliveries/">[number];

/** What has left already, or should have: where it is, and what to do where it went wrong. */
export function SentPanel() {
  const { t } = useLingui();
  const { post, seen } = useComposing();
  const fixed = seen.filter(({ isFixed }) => isFixed);
  const deliveries = useQuery({
    ...api.queryOptions("get", "/api/deliveries/", { params: { query: { post: post?.id ?? "" } } }),
    enabled: fixed.length > 0,
  });
  if (fixed.length === 0) return null;
  return (
    <Panel title={t`What became of it`} aside={<Trans>Cannot be changed here any more</Trans>}>
      <ul>
        {fixed.map((each) => (
          <li key={each.key} className={styles.row}>
            <Sent seen={each} delivery={deliveries.data?.find(({ placement }) => placement === each.shown?.id)} />
          </li>
        ))}
      </ul>
      <TakeBackButton />
    </Panel>
  );
}

function TakeBackButton() {
  const { t } = useLingui();
  const may = useMay();
  const me = useMe()?.id;
  const { post, seen } = useComposing();
  const isThere = seen.some(({ shown }) => isOnline(shown?.state ?? "") || (shown?.is_fixed && shown.permalink));
  const mayAsk = may("plan") || may("repair") || (may("write") && post?.author === me);
  if (!post || !mayAsk || !isThere) return null;
  return (
    <div className={styles.back}>
      <Button size="small" icon="undo" onClick={() => openTakeBack(post.id)}>{t`Take it back…`}</Button>
    </div>
  );
}

function Sent({ seen, delivery }: { seen: Seen; delivery: Delivery | undefined }) {
  const { t } = useLingui();
  const { shown, network, name, placement } = seen;
  const state = shown?.state ?? "";
  const permalink = delivery?.permalink || shown?.permalink || "";
  const at = delivery?.published_at ?? shown?.planned_at;
  return (
    <div className={styles.sent}>
      <div className={styles.line}>
        <NetworkMark network={network} size={16} />
        <b className={styles.name}>{name}</b>
        {placement.languages.length > 1 && (
          <span className={styles.faint}>{placement.languages.join(" + ").toUpperCase()}</span>
        )}
        {isState(state) && <StateBadge state={state} tinted />}
        {at && (
          <span className={styles.faint}>
            <When at={at} />
          </span>
        )}
        {permalink && state !== "taken_down" && (
          <a className={buttonClass("quiet", "small")} href={permalink} target="_blank" rel="noreferrer">
            <Icon name="out" size={14} />
            {t`Open on ${networkName(network)}`}
          </a>
        )}
      </div>
      {delivery?.message && <Repair delivery={delivery} name={name} />}
    </div>
  );
}

function Repair({ delivery, name }: { delivery: Delivery; name: string }) {
  const { t } = useLingui();
  const may = useMay();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<"retry" | "drop" | "online" | null>(null);
  const done = () => {
    setAsking(null);
    return api.refresh(queryClient, "/api/deliveries/", "/api/posts/", "/api/calendar/");
  };
  const onError = () => setAsking(null);
  const retry = useMutation(api.mutationOptions("post", "/api/deliveries/{id}/retry/", { onSuccess: done, onError }));
  const drop = useMutation(api.mutationOptions("post", "/api/deliveries/{id}/drop/", { onSuccess: done, onError }));
  const problem = retry.error ?? drop.error;
  const init = { params: { path: { id: delivery.id } } };
  const network = networkName(delivery.network);
  return (
    <div className={styles.wrong}>
      <p>{delivery.message}</p>
      {problem && <p role="alert">{problem.message}</p>}
      {delivery.may_retry && may("repair") && (
        <div className={styles.acts}>
          <Button size="small" icon="retry" onClick={() => setAsking("retry")}>{t`Retry`}</Button>
          <Button size="small" icon="check" onClick={() => setAsking("online")}>{t`It is online`}</Button>
          <Button size="small" icon="close" onClick={() => setAsking("drop")}>{t`Do not send`}</Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={asking === "retry"}
        onClose={() => setAsking(null)}
        onConfirm={() => retry.mutate(init)}
        busy={retry.isPending}
        title={t`Send it to ${name} now?`}
        confirm={t`Send now`}
      >
        {t`It goes out on ${network} at once, where everybody can see it.`}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "drop"}
        onClose={() => setAsking(null)}
        onConfirm={() => drop.mutate(init)}
        busy={drop.isPending}
        danger
        title={t`Not send it to ${name}?`}
        confirm={t`Do not send`}
      >
        {t`It will not go out on ${network} any more. The other channels are not touched.`}
      </ConfirmDialog>
      <OnlineDialog
        isOpen={asking === "online"}
        delivery={delivery.id}
        name={name}
        onClose={() => setAsking(null)}
        onDone={done}
      />
    </div>
  );
}
