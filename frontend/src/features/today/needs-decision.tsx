import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { RiposteMark } from "~/components/riposte-mark";
import { Skeleton } from "~/components/skeleton";
import { Count } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "./rows.module.css";
import { useMine } from "./use-mine";

const SHOWN = 4;

/** What waits for this person's yes or no; left out for people who decide nothing. */
export function NeedsDecision() {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const { query, mine } = useMine();
  if (!may("decide_posts") && !may("decide_money")) return null;
  const count = mine?.length ?? 0;
  return (
    <Panel title={t`Needs my decision`} aside={<Count value={count} />}>
      {query.error && !mine ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !mine ? (
        <p className={styles.calm}>
          <Skeleton width="70%" />
        </p>
      ) : count === 0 ? (
        <p className={styles.calm}>
          <Trans>Nothing waits for you.</Trans>
        </p>
      ) : (
        <>
          <ul>
            {mine.slice(0, SHOWN).map((card) => (
              <DecisionRow key={card.id} card={card} />
            ))}
          </ul>
          {count > SHOWN && (
            <Link to={`/${slug}/decisions` as string} className={styles.all}>
              <Trans>Open all {count} decisions</Trans>
            </Link>
          )}
        </>
      )}
    </Panel>
  );
}

type Card = NonNullable<ReturnType<typeof useMine>["mine"]>[number];

function DecisionRow({ card }: { card: Card }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const networks = [...new Set(card.post?.placements.map(({ network }) => network))];
  return (
    <li className={styles.row}>
      <div className={styles.body}>
        <span className={styles.name}>{card.title || t`No text yet`}</span>
        <p className={styles.facts}>
          {card.money ? (
            <>
              <span>{t`Money`}</span>
              <b className="num">{format.money(card.money.net_cents, card.money.currency)}</b>
              <span>{card.money.supplier || card.money.line.name}</span>
            </>
          ) : (
            <>
              {card.riposte ? <RiposteMark newsAt={card.riposte.news_at} /> : <span>{t`Post`}</span>}
              {networks.map((network) => (
                <NetworkMark key={network} network={network} />
              ))}
              {card.first_at && <span className="num">{format.dateTime(card.first_at)}</span>}
            </>
          )}
          {card.asked_by && <span>{card.asked_by}</span>}
        </p>
      </div>
      <Link
        to={`/${slug}/decisions` as string}
        search={{ show: card.id } as never}
        className={buttonClass("normal", "small")}
      >
        {t`Review`}
        <span className="only-read">: {card.title}</span>
      </Link>
    </li>
  );
}
