import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import type { Kpi, Objective } from "../model";
import { drawn, HIGH, path, WIDE } from "./chart";
import styles from "./kpi-chart.module.css";

/** The readings against a straight line from the baseline to the target. */
export function KpiChart({ kpi, objective }: { kpi: Kpi; objective: Objective }) {
  const { t } = useLingui();
  const format = useFormat();
  const { baseline, target, readings } = drawn(kpi, objective);
  const words = kpi.readings.map(({ day, value }) => `${format.date(day)}: ${format.number(value)}`).join("; ");
  const last = readings.at(-1);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={words ? t`Readings: ${words}` : t`No reading yet`}
    >
      <path d={path([baseline, target])} className={styles.expected} />
      <circle cx={target.x} cy={target.y} r="3" className={styles.target} />
      {readings.length > 1 && <path d={path(readings)} className={styles.read} />}
      {last && <circle cx={last.x} cy={last.y} r="3.5" className={styles.last} />}
    </svg>
  );
}
