import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { breaking } from "./model";
import styles from "./rows.module.css";

/** Channels that do not work, or will not in two weeks; nothing while all are well. */
export function BreakSoon() {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const may = useMay();
  const { data } = useQuery(api.queryOptions("get", "/api/channels/"));
  const channels = breaking(data?.results ?? []);
  if (channels.length === 0) return null;
  const ending = (days: number | null, at: string | null) => {
    if (days === null || at === null) return t`It cannot publish now. Look at it under Channels.`;
    const date = format.date(at, "weekday");
    const left = plural(days, { 0: "today", one: "in # day", other: "in # days" });
    return t`The network ends the sign-in ${left}, on ${date}. Its posts wait from then on.`;
  };
  return (
    <Panel title={t`Will break soon`} aside={<Count value={channels.length} />}>
      <ul>
        {channels.map(({ id, network, name, state, problem, days_left, token_expires_at }) => (
          <li key={id} className={styles.row}>
            <div className={styles.body}>
              <span className={styles.title}>
                <NetworkMark network={network} />
                <b>{name}</b>
              </span>
              <p className="muted">{problem?.message ?? ending(days_left, token_expires_at)}</p>
            </div>
            {may("connect") && (
              <Link to={`/${slug}/channels` as string} className={buttonClass("normal", "small")}>
                {state === "out_of_credit" ? t`Add credit` : t`Sign in again`}
                <span className="only-read">: {name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
