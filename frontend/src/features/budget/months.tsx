import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { useFormat } from "~/lib/use-format";
import { type Column, columns, type Figure, type Overview, ticks } from "./model";
import styles from "./months.module.css";

const WIDTH = 360;
const HEIGHT = 200;
const TOP = 18;
const BOTTOM = 22;
const LEFT = 34;

/** What was spent month by month: digital below, other above. */
export function Months({ overview }: { overview: Overview }) {
  const { t } = useLingui();
  const [figure, setFigure] = useState<Figure>("full_cost");
  const found = columns(overview.months, figure);
  const isEmpty = found.every(({ permille }) => permille === null);
  return (
    <Panel
      title={t`Spent by month`}
      aside={
        <span className={styles.key} aria-hidden="true">
          <span className={styles.digital}>{t`digital`}</span>
          <span className={styles.other}>{t`other`}</span>
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
        {isEmpty ? (
          <p className="muted">{t`Nothing was spent on this yet.`}</p>
        ) : (
          <>
            <Chart columns={found} target={overview.target_permille} />
            <p className={styles.caption}>{t`Above each month: its digital share in per cent.`}</p>
            <MonthTable columns={found} currency={overview.period.currency} />
          </>
        )}
      </div>
    </Panel>
  );
}

function Chart({ columns: found, target }: { columns: readonly Column[]; target: number }) {
  const format = useFormat();
  const letter = new Intl.DateTimeFormat(format.region, { month: "narrow", timeZone: "UTC" });
  const marks = ticks(Math.max(0, ...found.map(({ digital, other }) => digital + other)));
  const most = marks.at(-1) ?? 1;
  const inside = HEIGHT - TOP - BOTTOM;
  const y = (cents: number) => TOP + inside * (1 - cents / most);
  const slot = (WIDTH - LEFT) / Math.max(1, found.length);
  const width = Math.min(20, slot * 0.62);
  const short = (cents: number) => format.number(cents / 100, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} aria-hidden="true">
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} className={mark === 0 ? styles.base : styles.line} />
          <text x={LEFT - 6} y={y(mark) + 3.5} className={styles.mark}>
            {short(mark)}
          </text>
        </g>
      ))}
      {found.map(({ month, digital, other, permille }, index) => {
        const x = LEFT + slot * index + (slot - width) / 2;
        const middle = x + width / 2;
        return (
          <g key={month}>
            <rect
              x={x}
              y={y(digital)}
              width={width}
              height={Math.max(0, y(0) - y(digital))}
              className={styles.barDigital}
            />
            <rect
              x={x}
              y={y(digital + other)}
              width={width}
              height={Math.max(0, y(digital) - y(digital + other))}
              className={styles.barOther}
            />
            {permille !== null && (
              <text
                x={middle}
                y={y(digital + other) - 4}
                className={`${styles.share} ${permille >= target ? styles.reached : ""}`}
              >
                {format.number(Math.round(permille / 10))}
              </text>
            )}
            <text x={middle} y={HEIGHT - 6} className={styles.month}>
              {letter.format(new Date(`${month}-15T12:00:00Z`))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The same in figures: read aloud, and for who wants to know exactly. */
function MonthTable({ columns: found, currency }: { columns: readonly Column[]; currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <details className={styles.figures}>
      <summary>{t`In figures`}</summary>
      <table>
        <caption className="only-read">{t`Spent by month`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Month`}</th>
            <th scope="col">{t`Digital`}</th>
            <th scope="col">{t`Other`}</th>
            <th scope="col">{t`Digital share`}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ month, digital, other, permille }) => (
            <tr key={month}>
              <th scope="row">{format.date(`${month}-01`, "month")}</th>
              <td>
                <Money cents={digital} currency={currency} />
              </td>
              <td>
                <Money cents={other} currency={currency} />
              </td>
              <td>{permille === null ? "–" : format.percent(permille / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
