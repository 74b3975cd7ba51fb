import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { NetworkMark } from "~/components/network-mark";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { isState, StateBadge } from "~/components/state-badge";
import { cardsOf } from "~/lib/cards";
import { addDays, dayOf, daysFrom, mondayOf, spanOf } from "~/lib/days";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import styles from "./print.module.css";

/** Cards of a day that fit on the sheet in letters of the usual size. */
const ROOMY = 12;

/** A week on one sheet of paper, black on white; a busy one in smaller letters. */
export function PrintWeek({ date }: { date: string | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name } = useOrganisation();
  const monday = mondayOf(date ?? toLocal(new Date(), format.zone).slice(0, 10));
  const days = daysFrom(monday, 7);
  const query = spanOf(monday, 7, format.zone);
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/calendar/", { params: { query } }));
  const span = { from: monday, to: addDays(monday, 7) };
  const layers = useQuery(api.queryOptions("get", "/api/layers/", { params: { query: span } })).data ?? [];
  const place = format.zoneName();
  const range = format.dateRange(monday, days[6] ?? monday, "long");
  const cards = cardsOf(data ?? []);
  const busiest = Math.max(...days.map((day) => cards.filter((card) => dayOf(card.at, format.zone) === day).length));
  return (
    <>
      <PageHeader
        title={t`Print the week`}
        actions={<Button look="primary" onClick={() => print()}>{t`Print`}</Button>}
      />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={6} />}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the sheet is wider than the screen; the keyboard scrolls it too
        <article tabIndex={0} aria-label={range} className={`${styles.paper} ${busiest > ROOMY ? styles.tight : ""}`}>
          <header className={styles.head}>
            <b>{name}</b>
            <span>{range}</span>
            <span>{t`${place} time`}</span>
          </header>
          <div className={styles.week}>
            {days.map((day) => (
              <section key={day} className={styles.day}>
                <h2>{format.date(day, "weekday")}</h2>
                {layers
                  .filter((one) => one.starts_on <= day && one.ends_on >= day)
                  .map((one) => (
                    <p key={one.id} className={styles.layer}>
                      {one.name}
                    </p>
                  ))}
                {cards
                  .filter((card) => dayOf(card.at, format.zone) === day)
                  .map((card) => (
                    <div key={card.key} className={styles.card}>
                      <p className={styles.facts}>
                        <b>{toLocal(card.at, format.zone).slice(11, 16)}</b>
                        {[...new Set(card.placements.map(({ network }) => network))].map((network) => (
                          <NetworkMark key={network} network={network} size={11} />
                        ))}
                        <span>{card.languages.join("+").toUpperCase()}</span>
                        <span className={styles.state}>{isState(card.state) && <StateBadge state={card.state} />}</span>
                      </p>
                      <p className={styles.words}>{card.firstLine}</p>
                    </div>
                  ))}
              </section>
            ))}
          </div>
        </article>
      )}
    </>
  );
}
