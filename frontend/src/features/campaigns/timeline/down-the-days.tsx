import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useOrganisation } from "~/api/me";
import { useFormat } from "~/lib/use-format";
import { type Campaign, horizons, type Objective, phaseOf } from "../model";
import { StandingTag } from "../standing-tag";
import { horizonWords } from "../words";
import styles from "./down-the-days.module.css";
import { placeOf, type Stretch, spanOf } from "./scale";
import type { Moment } from "./use-moments";

interface Props {
  objectives: readonly Objective[];
  campaigns: readonly Campaign[];
  stretch: Stretch;
  today: string;
  moments: readonly Moment[];
}

/** The same down the page: what it is, then a line that says where in the stretch it lies. */
export function DownTheDays({ objectives, campaigns, stretch, today, moments }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const ahead = moments.filter(({ day }) => day >= today).slice(0, 3);
  const seen = objectives.filter((each) => spanOf(each.starts_on, each.ends_on, stretch));
  const loose = campaigns.filter((each) => !each.objective && spanOf(each.starts_on, each.ends_on, stretch));
  return (
    <div className={styles.days}>
      {ahead.length > 0 && (
        <ul className={styles.moments} aria-label={t`Moments`}>
          {ahead.map(({ id, name, day }) => (
            <li key={id}>
              <span>{format.date(day)}</span> {name}
            </li>
          ))}
        </ul>
      )}
      {seen.length + loose.length === 0 && <p className={styles.none}>{t`Nothing in this stretch of time.`}</p>}
      {horizons.map((horizon) => {
        const found = seen.filter((each) => each.horizon === horizon);
        if (found.length === 0) return null;
        return (
          <section key={horizon} className={styles.horizon}>
            <h3>{t(horizonWords[horizon].name)}</h3>
            {found.map((objective) => (
              <div key={objective.id} className={styles.objective}>
                <p className={styles.title}>
                  <Link
                    to="."
                    search={((now: object) => ({ ...now, objective: objective.id })) as never}
                    hash={`objective-${objective.id}`}
                  >
                    {objective.name}
                  </Link>
                  <StandingTag standing={objective.standing} />
                </p>
                <Line {...objective} {...{ stretch, today }} colour="var(--verdigris)" />
                <Campaigns
                  campaigns={campaigns.filter((each) => each.objective === objective.id)}
                  {...{ stretch, today }}
                />
              </div>
            ))}
          </section>
        );
      })}
      {loose.length > 0 && (
        <section className={styles.horizon}>
          <h3>
            <Trans>Without an objective</Trans>
          </h3>
          <Campaigns campaigns={loose} {...{ stretch, today }} />
        </section>
      )}
    </div>
  );
}

function Campaigns({ campaigns, stretch, today }: { campaigns: readonly Campaign[]; stretch: Stretch; today: string }) {
  const { slug } = useOrganisation();
  return (
    <ul className={styles.campaigns}>
      {campaigns.map((campaign) => (
        <li key={campaign.id}>
          <Link to={`/${slug}/campaigns/${campaign.id}` as string}>{campaign.name}</Link>
          <Line {...campaign} colour={campaign.colour ?? "var(--campaign-none)"} {...{ stretch, today }} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  starts_on?: string | null;
  ends_on?: string | null;
  stretch: Stretch;
  today: string;
  colour: string;
}

/** From when to when, in words and as a stroke with today on it. */
function Line({ starts_on, ends_on, stretch, today, colour }: LineProps) {
  const { t } = useLingui();
  const format = useFormat();
  const span = spanOf(starts_on, ends_on, stretch);
  const now = placeOf(today, stretch);
  const words =
    starts_on && ends_on
      ? format.dateRange(starts_on, ends_on)
      : starts_on
        ? t`From ${format.date(starts_on)}`
        : ends_on
          ? t`Until ${format.date(ends_on)}`
          : t`Without dates`;
  const phase = phaseOf({ starts_on, ends_on }, today);
  return (
    <span className={styles.line}>
      <span className={styles.words}>
        {words}
        {phase === "ahead" && ` · ${t`Not begun`}`}
        {phase === "over" && ` · ${t`Over`}`}
      </span>
      <span className={styles.track} aria-hidden="true" style={{ "--colour": colour } as CSSProperties}>
        {span && <i style={{ left: `${span.left}%`, width: `${span.width}%` }} />}
        {now >= 0 && now <= 100 && <b style={{ left: `${now}%` }} />}
      </span>
    </span>
  );
}
