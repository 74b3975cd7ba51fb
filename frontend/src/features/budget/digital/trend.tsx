import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { useFormat } from "~/lib/use-format";
import type { Figure } from "../model";
import styles from "./digital.module.css";
import { type Point, points, type Report, spentUntil } from "./model";

const WIDTH = 360;
const HEIGHT = 190;
const TOP = 12;
const BOTTOM = 22;
const LEFT = 38;

/** How the share went: each month by itself as a dot, all until its end as the line. */
export function Trend({ report, isStrict }: { report: Report; isStrict: boolean }) {
  const { t } = useLingui();
  const [figure, setFigure] = useState<Figure>("full_cost");
  const all = points(report, figure, isStrict);
  const found = spentUntil(all);
  return (
    <Panel
      title={t`Digital share by month`}
      aside={
        <span className={styles.key} aria-hidden="true">
          <span className={styles.lineKey}>{t`until then`}</span>
          <span className={styles.dotKey}>{t`month`}</span>
        </span>
      }
    >
      <div className={styles.body}>
        <Segmented
          label={t`Which costs`}
          value={figure}
          onChange={setFigure}
          options={[
            { value: "full_cost", label: t`All costs` },
            { value: "paid_media", label: t`Paid media` },
          ]}
        />
        {found.length === 0 ? (
          <p className="muted">{t`Nothing was spent on this yet.`}</p>
        ) : (
          <>
            <Chart all={all} found={found} target={report.target_permille} />
            <TrendTable found={found} currency={report.currency} />
          </>
        )}
      </div>
    </Panel>
  );
}

function Chart({ all, found, target }: { all: readonly Point[]; found: readonly Point[]; target: number }) {
  const format = useFormat();
  const letter = new Intl.DateTimeFormat(format.region, { month: "narrow", timeZone: "UTC" });
  const slot = (WIDTH - LEFT) / all.length;
  const x = (index: number) => LEFT + slot * (index + 0.5);
  const y = (permille: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - permille / 1000);
  const line = found.flatMap(({ soFar }, index) =>
    soFar.permille === null ? [] : [`${x(index).toFixed(1)} ${y(soFar.permille).toFixed(1)}`],
  );
  const last = found.at(-1)?.soFar.permille;
  // With many months only every second or third is named.
  const every = Math.ceil(all.length / 14);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} aria-hidden="true">
      {[0, 250, 500, 750, 1000].map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} className={mark === 0 ? styles.base : styles.rule} />
          <text x={LEFT - 6} y={y(mark) + 3.5} className={styles.tick}>
            {format.percent(mark / 1000, 0)}
          </text>
        </g>
      ))}
      <line x1={LEFT} x2={WIDTH} y1={y(target)} y2={y(target)} className={styles.target} />
      {all.map(({ month }, index) =>
        index % every === 0 ? (
          <text key={month} x={x(index)} y={HEIGHT - 6} className={styles.month}>
            {letter.format(new Date(`${month}-15T12:00:00Z`))}
          </text>
        ) : null,
      )}
      {found.map(({ month, alone }, index) =>
        alone.permille === null ? null : (
          <circle key={month} cx={x(index)} cy={y(alone.permille)} r="4" className={styles.dot} />
        ),
      )}
      {line.length > 1 && <path d={`M${line.join("L")}`} className={styles.curve} />}
      {typeof last === "number" && (
        <circle cx={x(found.length - 1)} cy={y(last)} r="4.5" className={styles.end}>
          <title>{format.percent(last / 1000)}</title>
        </circle>
      )}
    </svg>
  );
}

/** The same in figures. */
function TrendTable({ found, currency }: { found: readonly Point[]; currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const percent = (permille: number | null) => (permille === null ? "–" : format.percent(permille / 1000));
  return (
    <details className={styles.more}>
      <summary>{t`In figures`}</summary>
      <table className={styles.table}>
        <caption className="only-read">{t`Digital share by month`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Month`}</th>
            <th scope="col">{t`Digital`}</th>
            <th scope="col">{t`All`}</th>
            <th scope="col">{t`Share`}</th>
            <th scope="col">{t`Until then`}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ month, alone, soFar }) => (
            <tr key={month}>
              <th scope="row">{format.date(`${month}-01`, "month")}</th>
              <td>
                <Money cents={alone.digital_cents} currency={currency} />
              </td>
              <td>
                <Money cents={alone.all_cents} currency={currency} />
              </td>
              <td>{percent(alone.permille)}</td>
              <td>{percent(soFar.permille)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
