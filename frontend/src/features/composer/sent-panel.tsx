import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { type Answer, api } from "~/api/client";
import { useMay, useMe } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import { isOnline, openTakeBack } from "~/lib/take-back";
import { type Seen, useComposing } from "./context";
import { Repair } from "./repair";
import styles from "./sent-panel.module.css";

const CostsPanel = lazy(() => import("./costs-panel"));

type Delivery = Answer<"get", "/api/deliveries/">[number];

/** What has left already, or should have: where it is, and what to do where it went wrong. */
export function SentPanel() {
  const { t } = useLingui();
  const { post, seen } = useComposing();
  const sees = useMay()("see_money");
  const fixed = seen.filter(({ isFixed }) => isFixed);
  const deliveries = useQuery({
    ...api.queryOptions("get", "/api/deliveries/", { params: { query: { post: post?.id ?? "" } } }),
    enabled: fixed.length > 0,
  });
  if (fixed.length === 0) return null;
  return (
    <>
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
      {sees && (
        <Suspense fallback={null}>
          <CostsPanel />
        </Suspense>
      )}
    </>
  );
}

function TakeBackButton() {
  const { t } = useLingui();
  const may = useMay();
  const me = useMe().id;
  const { post, seen } = useComposing();
  // Half of a thread is online although the post failed; its address says so.
  const isThere = seen.some(
    ({ shown }) => shown && (isOnline(shown.state) || (shown.permalink && shown.state !== "taken_down")),
  );
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
      {delivery && <Repair delivery={delivery} name={name} />}
    </div>
  );
}
