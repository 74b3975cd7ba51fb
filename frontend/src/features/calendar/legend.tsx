import { Trans } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { useDesk } from "./desk";
import { LayersLegend } from "./layers/layers-legend";
import styles from "./legend.module.css";

/** What the stripes and bars mean, and whose time it is. */
export function Legend({ cards, withBars }: { cards: readonly PostCard[]; withBars: boolean }) {
  const { campaigns } = useDesk();
  const format = useFormat();
  const seen = new Set(cards.map(({ campaign }) => campaign));
  const place = format.zoneName();
  return (
    <footer className={styles.legend}>
      <ul className={styles.campaigns}>
        {[...campaigns.values()]
          .filter(({ id }) => seen.has(id))
          .map(({ id, name, colour }) => (
            <li key={id}>
              <i className={styles.dot} style={{ "--dot": colour } as CSSProperties} />
              {name}
            </li>
          ))}
      </ul>
      <ul className={styles.bars}>
        <LayersLegend />
        {withBars && (
          <>
            <li>
              <i className={styles.published} />
              <Trans>published</Trans>
            </li>
            <li>
              <i className={styles.planned} />
              <Trans>planned</Trans>
            </li>
            <li>
              <i className={styles.target} />
              <Trans>target</Trans>
            </li>
          </>
        )}
        <li>
          <Trans>{place} time</Trans>
        </li>
      </ul>
    </footer>
  );
}
