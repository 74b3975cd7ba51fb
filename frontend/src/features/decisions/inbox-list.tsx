import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Icon } from "~/components/icon";
import { Money } from "~/components/money";
import { NetworkMark } from "~/components/network-mark";
import { RiposteMark } from "~/components/riposte-mark";
import { When } from "~/components/when";
import { HistoryRow } from "./history";
import styles from "./inbox-list.module.css";
import { type Card, networksOf } from "./model";

interface Props {
  cards: readonly Card[];
  current: string | undefined;
  isPast: boolean;
}

/** All that waits (or was decided), one line each. */
export function InboxList({ cards, current, isPast }: Props) {
  const { t } = useLingui();
  return (
    <ol className={styles.list} aria-label={isPast ? t`Decided` : t`Waiting`}>
      {cards.map((card) => (
        <li key={card.id}>
          <Link
            to="."
            search={(old: object) => ({ ...old, show: card.id }) as never}
            className={`${styles.row} ${card.id === current ? styles.on : ""}`}
            aria-current={card.id === current ? "true" : undefined}
            resetScroll={false}
          >
            {isPast ? <HistoryRow card={card} /> : <WaitingRow card={card} />}
          </Link>
        </li>
      ))}
    </ol>
  );
}

function WaitingRow({ card }: { card: Card }) {
  const { t } = useLingui();
  const { post, money } = card;
  return (
    <span className={styles.body}>
      <span className={styles.top}>
        {money ? (
          <>
            <Icon name="euro" size={14} className={styles.euro} />
            <strong>
              <Money cents={money.cost_cents} currency={money.currency} />
            </strong>
          </>
        ) : (
          <>
            {networksOf(post?.placements ?? []).map((network) => (
              <NetworkMark key={network} network={network} />
            ))}
            <strong>{card.first_at ? <When at={card.first_at} /> : t`No time set`}</strong>
          </>
        )}
        {card.riposte && <RiposteMark newsAt={card.riposte.news_at} />}
        {!card.may_decide && <span className={styles.others}>{card.hold ? t`On hold` : t`For others`}</span>}
      </span>
      <span className={styles.title}>{card.title || t`Post without a text`}</span>
      <span className={styles.who}>
        {card.asked_by} · <When at={card.asked_at} show="relative" />
      </span>
    </span>
  );
}
