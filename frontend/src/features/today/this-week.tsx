import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { CadenceBar } from "~/components/cadence-bar";
import { ErrorState } from "~/components/error-state";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { cadenceTotal, WEEKLY_REFERENCE } from "~/lib/cadence";
import { mondayOf, spanOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import styles from "./this-week.module.css";

/** The week's cadence per channel, beside what busy organisations publish. */
export function ThisWeek({ today }: { today: string }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const query = useQuery(
    api.queryOptions("get", "/api/cadence/", { params: { query: spanOf(mondayOf(today), 7, zone) } }),
  );
  const total = cadenceTotal(query.data ?? []);
  const { from, to } = WEEKLY_REFERENCE;
  return (
    <Panel
      title={t`This week`}
      aside={
        query.data && (
          <span className="num" title={t`The reference: what busy organisations publish in a week`}>
            <Trans>
              <b className={styles.total}>{total.planned + total.outside}</b> of {from}–{to}
            </Trans>
          </span>
        )
      }
      padded
    >
      {query.error && !query.data ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton height={60} />
      ) : (
        <>
          <ul className={styles.channels}>
            {query.data.map(({ channel, network, name, planned, published, outside, target }) => (
              <li key={channel}>
                <div className={styles.words}>
                  <NetworkMark network={network} />
                  <span className={styles.name}>{name}</span>
                  <span className={styles.count}>
                    <b>{planned + outside}</b>
                    {target > 0 && ` / ${target}`}
                  </span>
                </div>
                <CadenceBar published={published} planned={planned - published} outside={outside} target={target} />
              </li>
            ))}
          </ul>
          <p className={styles.key}>
            <i className={styles.published} /> <Trans>published</Trans>
            <i className={styles.planned} /> <Trans>planned</Trans>
            <i className={styles.target} /> <Trans>target</Trans>
          </p>
        </>
      )}
    </Panel>
  );
}
