import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, memo } from "react";
import { Icon } from "~/components/icon";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark, networkName } from "~/components/network-mark";
import { isState, moodOf, StateBadge, wordOf } from "~/components/state-badge";
import { Thumb } from "~/components/thumb";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import styles from "./card.module.css";
import { CARD_KEYS } from "./card-keys";
import { useDesk } from "./desk";
import type { Size } from "./fit";

const THUMB = { wide: 52, full: 32, line: 24 };

interface Props {
  card: PostCard;
  size: Size | "wide";
  /** Whether it is among those chosen; undefined while none are being chosen. */
  chosen?: boolean | undefined;
  isMovable?: boolean;
  /** Hangs on the pointer: nothing in it can be pressed. */
  isGhost?: boolean;
}

/** What a card shows: campaign, time, networks, language, first line, picture, state. */
export const Face = memo(function Face({ card, size, chosen, isMovable, isGhost }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, campaigns } = useDesk();
  const campaign = card.campaign ? campaigns.get(card.campaign) : undefined;
  const networks = card.placements.map(({ network }) => networkName(network));
  const mood = isState(card.state) ? moodOf(card.state) : "plain";
  const time = format.time(card.at);
  const words = card.firstLine || t`No text yet`;
  const own = format.ownTime(card.at);
  const label = [
    `${words}. ${time}`,
    format.list(networks),
    format.list(card.languages.map(format.languageName)),
    isState(card.state) && t(wordOf(card.state)),
    campaign?.name,
  ].filter(Boolean);
  const style = { "--stripe": campaign?.colour ?? "var(--campaign-none)" } as CSSProperties;
  return (
    <article
      className={`${styles.card} ${styles[size]} ${styles[mood]} ${isGhost ? styles.ghost : ""}`}
      style={style}
      title={campaign?.name}
    >
      <time dateTime={card.at} className={styles.time} title={own ? t`${own} your time` : undefined}>
        {time}
      </time>
      <span className={styles.marks}>
        {card.placements.map(({ id, network }) => (
          <NetworkMark key={id} network={network} decorative />
        ))}
      </span>
      <span className={styles.language}>
        <LanguageTag languages={card.languages} />
      </span>
      <a
        href={`/${slug}/posts/${card.post}`}
        className={styles.words}
        lang={card.languages[0]}
        draggable={false}
        aria-label={label.join(", ")}
        aria-describedby={isMovable ? CARD_KEYS : undefined}
        {...(chosen !== undefined && { role: "checkbox", "aria-checked": chosen })}
      >
        {words}
      </a>
      {card.asset && size !== "short" && <Thumb asset={card.asset} size={THUMB[size]} className={styles.thumb} />}
      <span className={styles.state}>
        {isState(card.state) && <StateBadge state={card.state} compact={size === "line" || size === "short"} />}
        {size !== "line" && card.only.map((network) => <NetworkMark key={network} network={network} size={12} />)}
        {card.outOfDate.length > 0 && (
          <Aside icon="retry" words={t`Out of date: ${format.list(card.outOfDate.map(format.languageName))}`} />
        )}
        {card.notes > 0 && (
          <Aside
            icon="comment"
            count={card.notes}
            words={plural(card.notes, { one: "# note waits", other: "# notes wait" })}
          />
        )}
      </span>
      {chosen !== undefined && (
        <span className={styles.tick} aria-hidden="true">
          {chosen && <Icon name="check" size={14} />}
        </span>
      )}
      {!isGhost && chosen === undefined && (
        <span className={styles.menu}>
          <button
            type="button"
            data-menu=""
            className={styles.more}
            aria-haspopup="menu"
            aria-expanded="false"
            aria-label={t`More: ${card.firstLine}`}
            title={t`More`}
          >
            <Icon name="more" />
          </button>
        </span>
      )}
    </article>
  );
});

/** A small mark that says by itself what it is of. */
function Aside({ icon, words, count }: { icon: "retry" | "comment"; words: string; count?: number }) {
  return (
    <span className={`${styles.aside} ${styles[icon]}`} title={words}>
      <Icon name={icon} size={12} />
      {count !== undefined && <span aria-hidden="true">{count}</span>}
      <span className="only-read">{words}</span>
    </span>
  );
}
