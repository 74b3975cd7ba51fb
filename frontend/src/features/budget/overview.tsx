import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import styles from "./budget.module.css";
import { Lines } from "./lines";
import type { Period } from "./model";
import { Months } from "./months";
import { ShareGauge } from "./share-gauge";
import { Waiting } from "./waiting";

/** The period at a glance: both shares, the lines, the months. */
export function OverviewPanel({ period }: { period: Period }) {
  const path = { id: period.id };
  const { data, error, refetch } = useQuery(
    api.queryOptions("get", "/api/periods/{id}/overview/", { params: { path } }),
  );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={6} height={80} />;
  return (
    <div className={styles.page}>
      <div className={styles.gauges}>
        <ShareGauge figure="paid_media" overview={data} />
        <ShareGauge figure="full_cost" overview={data} />
      </div>
      <div className={styles.columns}>
        <Lines period={period} overview={data} />
        <div className={styles.side}>
          <Months overview={data} />
          <Waiting period={period} />
        </div>
      </div>
    </div>
  );
}
