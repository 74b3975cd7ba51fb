import { useLingui } from "@lingui/react/macro";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { networkName } from "~/components/network-mark";
import { Note } from "~/components/note";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import styles from "./looks.module.css";
import type { Delivery } from "./model";

const plain: Record<string, string> = { due: "sending", claimed: "sending", uncertain: "looking" };

/** Nothing to settle (any more): what has become of it. */
export function Settled({ delivery }: { delivery: Delivery }) {
  const { t } = useLingui();
  const state = plain[delivery.state] ?? delivery.state;
  return (
    <Note
      tone={state === "published" ? "ok" : "plain"}
      actions={
        delivery.permalink && (
          <a href={delivery.permalink} target="_blank" rel="noreferrer" className={buttonClass("normal", "small")}>
            <Icon name="out" size={14} />
            {t`Open on ${networkName(delivery.network)}`}
          </a>
        )
      }
    >
      <p className={styles.facts}>
        {isState(state) && <StateBadge state={state} />}
        {delivery.published_at && <When at={delivery.published_at} />}
      </p>
      {delivery.message && <p>{delivery.message}</p>}
    </Note>
  );
}
