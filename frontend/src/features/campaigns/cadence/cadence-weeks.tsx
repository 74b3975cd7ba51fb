import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { openGaps } from "~/lib/gaps";
import { useFormat } from "~/lib/use-format";
import styles from "./cadence.module.css";
import { ChannelRow } from "./channel-row";
import { Key } from "./key";
import { missing, targetOf, totals } from "./model";
import { TooMuch } from "./too-much";
import { WeekBars } from "./week-bars";

/** How often each channel is heard, week by week, and where that is too little or too much. */
export default function CadenceWeeks() {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { slug } = useOrganisation();
  const query = useQuery(api.queryOptions("get", "/api/cadence/weeks/"));
  if (query.error && !query.data) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList rows={6} height={60} />;
  const { weeks, this_week: thisWeek, channels, reference } = query.data;
  if (channels.length === 0) {
    return (
      <Empty
        icon="channels"
        title={t`No channel is connected yet`}
        action={
          may("connect") && (
            <Link to="/$org/channels" params={{ org: slug }} className={buttonClass("primary")}>
              {t`Connect a channel`}
            </Link>
          )
        }
      >
        {t`Once a channel is connected, its weeks are counted here.`}
      </Empty>
    );
  }
  const sums = totals(channels, weeks.length);
  const now = weeks.indexOf(thisWeek);
  const target = targetOf(channels);
  const short = missing(channels, now);
  const { from, to, year, sources } = reference;
  return (
    <div className={styles.stack}>
      <Panel
        title={t`All channels`}
        aside={
          short > 0 ? (
            <Button size="small" icon="find" onClick={() => openGaps({ monday: thisWeek })}>
              {t`${short} short this week: show where`}
            </Button>
          ) : (
            target > 0 && t`This week’s target is met.`
          )
        }
        padded
      >
        <WeekBars label={t`All channels`} isTall tallies={sums} {...{ weeks, thisWeek, target, reference }} />
        <p className={styles.ends}>
          <span>{weeks[0] && format.date(weeks[0])}</span>
          <span>{weeks.at(-1) && format.date(weeks.at(-1) ?? "")}</span>
        </p>
        <Key />
        <p className={styles.small}>
          <Trans>
            For comparison: in {year}, {from} to {to} posts a week were reported for the most active party pages. We
            found no count that confirms it; take it as a yardstick, not as an aim.
          </Trans>
        </p>
      </Panel>
      <TooMuch channels={channels} />
      <Panel title={t`Channel by channel`} padded>
        <ul className={styles.channels}>
          {channels.map((row) => (
            <ChannelRow key={row.channel} row={row} weeks={weeks} thisWeek={thisWeek} />
          ))}
        </ul>
        <p className={styles.small}>
          <Trans>
            The usual limits a day are starting points from public advice ({sources.join(", ")}), on which sources
            disagree: set your own.
          </Trans>
        </p>
      </Panel>
    </div>
  );
}
