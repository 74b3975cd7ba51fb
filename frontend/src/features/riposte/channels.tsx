import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Icon } from "~/components/icon";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { isState, StateBadge } from "~/components/state-badge";
import type { Riposte } from "./model";
import styles from "./riposte.module.css";

/** Where it goes, what has become of it there, and the way to it once it is online. */
export function Channels({ riposte }: { riposte: Riposte }) {
  const { t } = useLingui();
  const { data } = useQuery(api.queryOptions("get", "/api/channels/"));
  const names = new Map(data?.results.map(({ id, name }) => [id, name]));
  const { placements } = riposte.content;
  return (
    <Panel title={t`Where it goes`}>
      {placements.length === 0 && (
        <p className={styles.calm}>{t`No channel is chosen yet. Choose some in the full composer.`}</p>
      )}
      <ul>
        {placements.map((placement) => (
          <li key={placement.id} className={styles.row}>
            <NetworkMark network={placement.network} />
            <span className={styles.body}>
              {names.get(placement.channel) ?? networkName(placement.network)}{" "}
              <LanguageTag languages={placement.languages} />
            </span>
            {isState(placement.state) && <StateBadge state={placement.state} />}
            {placement.permalink && (
              <a href={placement.permalink} target="_blank" rel="noreferrer" className={styles.link}>
                <Icon name="out" size={14} />
                {t`Look at it`}
                <span className="only-read">: {networkName(placement.network)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
