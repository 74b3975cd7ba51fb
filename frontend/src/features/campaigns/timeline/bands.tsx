import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useOrganisation } from "~/api/me";
import { useFormat } from "~/lib/use-format";
import { type Campaign, horizons, type Objective } from "../model";
import type { Zoom } from "../search";
import { StandingTag } from "../standing-tag";
import { horizonWords } from "../words";
import styles from "./bands.module.css";
import { hasRoom, lanes, placeOf, type Span, type Stretch, spanOf, ticksOf } from "./scale";
import type { Moment } from "./use-moments";

interface Props {
  objectives: readonly Objective[];
  campaigns: readonly Campaign[];
  stretch: Stretch;
  zoom: Zoom;
  today: string;
  moments: readonly Moment[];
}

const across = ({ left, width }: Span): CSSProperties => ({ left: `${left}%`, width: `${width}%` });

/** The stretch across the page: a band for each objective, its campaigns inside, by horizon. */
export function Bands({ objectives, campaigns, stretch, zoom, today, moments }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const now = placeOf(today, stretch);
  const loose = campaigns.filter((each) => !each.objective);
  return (
    <div className={styles.canvas}>
      <div className={styles.months} aria-hidden="true">
        {ticksOf(zoom, stretch).map(({ day, at, isYear }) => (
          <span key={day} style={{ left: `${at}%` }} className={isYear ? styles.year : undefined}>
            {isYear ? day.slice(0, 4) : format.monthName(day)}
          </span>
        ))}
      </div>
      <div className={styles.ground} aria-hidden="true">
        {ticksOf(zoom, stretch).map(({ day, at, isYear }) => (
          <i key={day} style={{ left: `${at}%` }} className={isYear ? styles.year : undefined} />
        ))}
        {now >= 0 && now <= 100 && <b className={styles.now} style={{ left: `${now}%` }} />}
      </div>
      {moments.length > 0 && (
        <ul className={styles.moments} aria-label={t`Moments`}>
          {moments.map(({ id, name, day }, index) => (
            <li
              key={id}
              className={placeOf(day, stretch) > 80 ? styles.toLeft : undefined}
              style={{ left: `${placeOf(day, stretch)}%` }}
              title={`${name}, ${format.date(day)}`}
            >
              <span className={hasRoom(moments, index, stretch) ? undefined : "only-read"}>
                {name}
                <span className="only-read">, {format.date(day)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {horizons.map((horizon) => {
        const rows = lanes(
          objectives.filter((each) => each.horizon === horizon),
          (each) => spanOf(each.starts_on, each.ends_on, stretch),
        );
        return (
          <section key={horizon} className={styles.horizon} aria-label={t(horizonWords[horizon].name)}>
            <h3 className={styles.name}>
              {t(horizonWords[horizon].name)} <span>{t(horizonWords[horizon].span)}</span>
            </h3>
            {rows.length === 0 && <p className={styles.none}>{t`Nothing in this stretch of time.`}</p>}
            {rows.flat().map(({ item, span }) => (
              <Band
                key={item.id}
                objective={item}
                campaigns={campaigns.filter((each) => each.objective === item.id)}
                {...{ span, stretch }}
              />
            ))}
          </section>
        );
      })}
      {loose.length > 0 && (
        <section className={styles.horizon} aria-label={t`Campaigns without an objective`}>
          <h3 className={styles.name}>
            <Trans>Without an objective</Trans>
          </h3>
          <Bars campaigns={loose} stretch={stretch} />
        </section>
      )}
    </div>
  );
}

function Band({
  objective,
  campaigns,
  span,
  stretch,
}: {
  objective: Objective;
  campaigns: readonly Campaign[];
  span: Span;
  stretch: Stretch;
}) {
  const format = useFormat();
  const { name, standing, starts_on, ends_on, id } = objective;
  const cut = `${span.isCutLeft ? styles.cutLeft : ""} ${span.isCutRight ? styles.cutRight : ""}`;
  return (
    <div className={styles.objective}>
      <div className={`${styles.band} ${cut}`} style={across(span)} aria-hidden="true" />
      <div className={styles.title} style={{ marginLeft: `min(${span.left}%, calc(100% - 340px))` }}>
        <Link to="." search={((now: object) => ({ ...now, objective: id })) as never} hash={`objective-${id}`}>
          {name}
        </Link>
        <StandingTag standing={standing} />
        <span className={styles.dates}>{format.dateRange(starts_on, ends_on)}</span>
      </div>
      <Bars campaigns={campaigns} stretch={stretch} />
    </div>
  );
}

/** Campaigns as bars, those that overlap below one another. */
function Bars({ campaigns, stretch }: { campaigns: readonly Campaign[]; stretch: Stretch }) {
  const { slug } = useOrganisation();
  const format = useFormat();
  return lanes(campaigns, (each) => spanOf(each.starts_on, each.ends_on, stretch)).map((row) => (
    <ul key={row[0]?.item.id} className={styles.bars}>
      {row.map(({ item, span }) => (
        <li key={item.id} style={{ ...across(span), "--colour": item.colour } as CSSProperties}>
          <Link
            to={`/${slug}/campaigns/${item.id}` as string}
            className={styles.bar}
            title={
              item.starts_on && item.ends_on
                ? `${item.name}, ${format.dateRange(item.starts_on, item.ends_on)}`
                : item.name
            }
          >
            <span>{item.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  ));
}
