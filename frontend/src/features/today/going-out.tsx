import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { cardsOf, type PostCard } from "~/lib/cards";
import { addDays, dayOf, spanOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { useNow } from "~/lib/use-now";
import styles from "./going-out.module.css";
import { timeline } from "./model";
import { OutRow } from "./out-row";

/** Today from morning to night with the present in it, and the first of tomorrow. */
export function GoingOut({ today, className }: { today: string; className: string | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const { zone } = format;
  const [isUnfolded, setUnfolded] = useState(false);
  const now = useNow();
  const query = useQuery(api.queryOptions("get", "/api/calendar/", { params: { query: spanOf(today, 2, zone) } }));
  const [mine, next] = useMemo(() => {
    const tomorrow = addDays(today, 1);
    const cards = cardsOf(query.data ?? []);
    const on = (day: string) => cards.filter((card) => dayOf(card.at, zone) === day && card.state !== "cancelled");
    return [on(today), on(tomorrow)];
  }, [query.data, today, zone]);
  const { folded, gone, ahead } = timeline(mine, now);
  const place = format.zoneName();
  const all = mine.length;
  const left = ahead.length;
  return (
    <Panel
      title={t`Going out today`}
      aside={
        query.data && (
          <span>
            <Trans>
              {all} in all, {left} left
            </Trans>{" "}
            · <Trans>{place} time</Trans>
          </span>
        )
      }
      className={className}
    >
      {query.error && !query.data ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonList rows={6} height={72} />
      ) : (
        <>
          {mine.length === 0 && <Nothing />}
          {folded.length > 0 && !isUnfolded && (
            <Button look="plain" wide onClick={() => setUnfolded(true)} className={styles.more}>
              <Plural value={folded.length} one="Show # earlier" other="Show # earlier" />
            </Button>
          )}
          <ol className={styles.list}>
            {isUnfolded && rows(folded, true)}
            {rows(gone, true)}
            {mine.length > 0 && <Now at={format.time(now)} />}
            {rows(ahead)}
          </ol>
          <Tomorrow cards={next} />
        </>
      )}
    </Panel>
  );
}

const rows = (cards: readonly PostCard[], isPast = false) =>
  cards.map((card) => <OutRow key={card.key} card={card} isPast={isPast} />);

function Now({ at }: { at: string }) {
  const { t } = useLingui();
  return (
    <li className={styles.now} aria-label={t`Now, ${at}`}>
      <span>{at}</span>
    </li>
  );
}

function Nothing() {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  return (
    <Empty
      icon="calendar"
      title={t`Nothing goes out today`}
      action={
        may("write") && (
          <Link to={`/${slug}/posts/new` as string} className={buttonClass("primary")}>{t`New post`}</Link>
        )
      }
    />
  );
}

function Tomorrow({ cards }: { cards: readonly PostCard[] }) {
  const [first] = cards;
  const all = cards.length;
  if (!first) return null;
  return (
    <>
      <h3 className={styles.tomorrow}>
        <Trans>Tomorrow, first</Trans>
        <span className="muted small">
          <Trans>{all} in all</Trans>
        </span>
      </h3>
      <ol className={styles.list}>
        <OutRow card={first} />
      </ol>
    </>
  );
}
