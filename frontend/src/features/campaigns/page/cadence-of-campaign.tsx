import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import styles from "../cadence/cadence.module.css";
import { Key } from "../cadence/key";
import { heard, missing } from "../cadence/model";
import { WeekBars } from "../cadence/week-bars";
import parts from "./parts.module.css";

/** How often the campaign was and will be heard on each channel, against its own targets. */
export function CadenceOfCampaign({ id, onShowGaps }: { id: string; onShowGaps: () => void }) {
  const { t } = useLingui();
  const query = useQuery(api.queryOptions("get", "/api/cadence/weeks/", { params: { query: { campaign: id } } }));
  const data = query.data;
  const now = data ? data.weeks.indexOf(data.this_week) : 0;
  const short = data ? missing(data.channels, now) : 0;
  return (
    <Panel
      title={t`Cadence`}
      aside={
        short > 0 && (
          <Button size="small" icon="find" onClick={onShowGaps}>{t`${short} short this week: show where`}</Button>
        )
      }
      padded
    >
      {query.error && !data && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {!data && !query.error && <SkeletonList rows={3} />}
      {data?.channels.length === 0 && (
        <p className={parts.aside}>
          <Trans>No channel has been chosen for this campaign, and none of its posts has a place yet.</Trans>
        </p>
      )}
      {data && data.channels.length > 0 && (
        <>
          <ul className={styles.channels}>
            {data.channels.map(({ channel, network, name, target, weeks }) => {
              const tally = weeks[now];
              const count = tally ? heard(tally) : 0;
              return (
                <li key={channel}>
                  <p className={styles.name}>
                    <NetworkMark network={network} /> {name}
                    <span>{target > 0 ? t`${count} of ${target} this week` : t`${count} this week, no target`}</span>
                  </p>
                  <WeekBars label={name} weeks={data.weeks} thisWeek={data.this_week} tallies={weeks} target={target} />
                </li>
              );
            })}
          </ul>
          <Key />
        </>
      )}
    </Panel>
  );
}
