import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import styles from "./select.module.css";
import type { Preview } from "./shift";

const NAMED = 3;

/** What would stay, and why, before anything is done. */
export function Foreseen({ seen }: { seen: Preview }) {
  const { t } = useLingui();
  const { past, skipped, left } = seen;
  return (
    <div role="status" className={styles.foreseen}>
      {past.length > 0 && (
        <Warning cards={past}>
          {t`${plural(past.length, { one: "# would stand in the past and stays:", other: "# would stand in the past and stay:" })}`}
        </Warning>
      )}
      {skipped.length > 0 && (
        <Warning cards={skipped}>
          {t`${plural(skipped.length, { one: "# would fall into the hour that the clocks skip, and stays:", other: "# would fall into the hour that the clocks skip, and stay:" })}`}
        </Warning>
      )}
      {left.length > 0 && (
        <p className="muted">
          {t`${plural(left.length, { one: "# has gone out and stays.", other: "# have gone out and stay." })}`}
        </p>
      )}
    </div>
  );
}

function Warning({ cards, children }: { cards: readonly PostCard[]; children: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const rest = cards.length - NAMED;
  return (
    <div className={styles.warning}>
      <p>
        <Icon name="warning" size={14} /> {children}
      </p>
      <ul>
        {cards.slice(0, NAMED).map((card) => (
          <li key={card.key}>
            {format.dateTime(card.at)} · {card.firstLine}
          </li>
        ))}
        {rest > 0 && <li>{t`and ${rest} more`}</li>}
      </ul>
    </div>
  );
}
