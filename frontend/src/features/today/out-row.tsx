import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useOrganisation } from "~/api/me";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark } from "~/components/network-mark";
import { isState, StateBadge } from "~/components/state-badge";
import { Thumb } from "~/components/thumb";
import { When } from "~/components/when";
import type { PostCard } from "~/lib/cards";
import styles from "./going-out.module.css";

/** One post of the day; opens it. */
export const OutRow = memo(function OutRow({ card, isPast }: { card: PostCard; isPast?: boolean }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  return (
    <li className={`${styles.row} ${isPast ? styles.past : ""}`}>
      <span className={styles.time}>
        <When at={card.at} show="time" />
      </span>
      <div className={styles.body}>
        <Link to={`/${slug}/posts/${card.post}` as string} className={styles.words} lang={card.languages[0]}>
          {card.firstLine || t`No text yet`}
        </Link>
        <div className={styles.facts}>
          {card.placements.map(({ id, network }) => (
            <NetworkMark key={id} network={network} />
          ))}
          <LanguageTag languages={card.languages} />
          {isState(card.state) && <StateBadge state={card.state} />}
          {card.only.map((network) => (
            <NetworkMark key={network} network={network} size={12} />
          ))}
        </div>
      </div>
      {card.asset && <Thumb asset={card.asset} size={48} />}
    </li>
  );
});
