import { useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import { useFormat } from "~/lib/use-format";
import type { Kpi, Objective } from "../model";
import { StandingTag } from "../standing-tag";
import { KpiChart } from "./kpi-chart";
import styles from "./kpi-row.module.css";

/** Nobody expects 3 076.9 signatures, but 4.9 euros makes sense. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10);

interface Props {
  kpi: Kpi;
  objective: Objective;
  /** Undefined: the person does not plan. */
  onRead: (() => void) | undefined;
}

/** A figure: where it is, where it should be, and its way so far. */
export function KpiRow({ kpi, objective, onRead }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, unit, definition, source, value, baseline, target, read_on: day, expected_today: expected } = kpi;
  const number = (of: number) => `${format.number(of)}${unit ? ` ${unit}` : ""}`;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>
          {name} <StandingTag standing={kpi.standing} />
        </p>
        <p className={styles.figures}>
          <b className="num">{value === null ? "–" : number(value)}</b>{" "}
          <span>
            {t`of ${number(target)}`}
            {" · "}
            {t`from ${number(baseline)}`}
          </span>
        </p>
        <p className={styles.small}>
          {day ? t`Read on ${format.date(day)}` : t`No reading yet`}
          {" · "}
          {t`expected today: ${number(rounded(expected))}`}
        </p>
        {(definition || source) && (
          <details className={styles.small}>
            <summary>{t`How it is measured`}</summary>
            {definition && <p>{definition}</p>}
            {source && <p>{t`Source: ${source}`}</p>}
          </details>
        )}
      </div>
      <KpiChart kpi={kpi} objective={objective} />
      {onRead && <IconButton icon="plus" look="quiet" label={t`Enter a reading of ${name}`} onClick={onRead} />}
    </div>
  );
}
