import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api } from "~/api/client";
import { ErrorState } from "~/components/error-state";
import { Note } from "~/components/note";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./budget.module.css";
import { Lines } from "./lines";
import type { Period } from "./model";
import { Months } from "./months";
import { ShareGauge } from "./share-gauge";
import { Waiting } from "./waiting";

const RunningCeilings = lazy(() => import("./ceilings/running"));

function PeriodMark({ mark }: { mark: number }) {
  const { t } = useLingui();
  const share = useFormat().percent(mark / 100, 0);
  return (
    <Note tone={mark === 100 ? "broken" : "attention"} icon="warning">
      {mark === 100
        ? t`All that was planned for this period is promised or spent.`
        : t`${share} of what was planned for this period is promised or spent.`}
    </Note>
  );
}

/** The period at a glance: both shares, the lines, the months. */
export function OverviewPanel({ period }: { period: Period }) {
  const path = { id: period.id };
  const { data, error, refetch } = useQuery(
    api.queryOptions("get", "/api/periods/{id}/overview/", { params: { path } }),
  );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={6} height={80} />;
  const gauge = { target: data.target_permille, currency: data.period.currency };
  return (
    <div className={styles.page}>
      {data.mark > 0 && <PeriodMark mark={data.mark} />}
      <div className={styles.gauges}>
        <ShareGauge figure="paid_media" shares={data.shares.paid_media} {...gauge} />
        <ShareGauge figure="full_cost" shares={data.shares.full_cost} {...gauge} />
      </div>
      <div className={styles.columns}>
        <Lines period={period} overview={data} />
        <div className={styles.side}>
          <Suspense fallback={null}>
            <RunningCeilings />
          </Suspense>
          <Months overview={data} />
          <Waiting period={period} />
        </div>
      </div>
    </div>
  );
}
