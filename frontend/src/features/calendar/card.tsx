import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, memo } from "react";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark, networkName } from "~/components/network-mark";
import { isState, moodOf, StateBadge } from "~/components/state-badge";
import { Thumb } from "~/components/thumb";
import { movable, type PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import styles from "./card.module.css";
import { CardMenu } from "./card-menu";
import { useDesk } from "./desk";
import { useDrag } from "./drag";
import type { Size } from "./fit";

interface Props {
  card: PostCard;
  /** "wide": as in the agenda, with the whole first line. */
  size: Size | "wide";
}

/** A post in the calendar that can be taken up and put elsewhere. */
export const Card = memo(function Card({ card, size }: Props) {
  const { mayEdit } = useDesk();
  const isMovable = mayEdit(card) && movable(card).length > 0;
  const drag = useDrag(card, !isMovable);
  return (
    <div
      ref={drag.ref}
      {...drag.listeners}
      data-post={card.post}
      className={`${styles.place} ${drag.isDragging ? styles.away : ""} ${isMovable ? styles.movable : ""}`}
    >
      <Face card={card} size={size} handleRef={drag.handleRef} describedBy={drag.describedBy} />
    </div>
  );
});

interface FaceProps extends Props {
  handleRef?: (element: HTMLElement | null) => void;
  describedBy?: string | undefined;
  /** Hangs on the pointer: nothing in it can be pressed. */
  isGhost?: boolean;
}

/** What a card shows: campaign, time, networks, language, first line, picture, state. */
export const Face = memo(function Face({ card, size, handleRef, describedBy, isGhost }: FaceProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, campaigns } = useDesk();
  const campaign = card.campaign ? campaigns.get(card.campaign) : undefined;
  const networks = card.placements.map(({ network }) => networkName(network));
  const mood = isState(card.state) ? moodOf(card.state) : "plain";
  const time = format.time(card.at);
  const words = card.firstLine || t`No text yet`;
  const own = format.ownTime(card.at);
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
      <Link
        ref={handleRef ?? null}
        to={`/${slug}/posts/${card.post}` as string}
        className={styles.words}
        lang={card.languages[0]}
        draggable={false}
        aria-label={`${words}. ${time}, ${format.list(networks)}${campaign ? `, ${campaign.name}` : ""}`}
        aria-describedby={describedBy}
      >
        {words}
      </Link>
      {card.asset && size !== "line" && size !== "short" && (
        <Thumb asset={card.asset} size={size === "wide" ? 52 : 32} className={styles.thumb} />
      )}
      <span className={styles.state}>
        {isState(card.state) && <StateBadge state={card.state} compact={size === "line" || size === "short"} />}
        {size !== "line" && card.only.map((network) => <NetworkMark key={network} network={network} size={12} />)}
      </span>
      {!isGhost && (
        <span className={styles.menu}>
          <CardMenu card={card} />
        </span>
      )}
    </article>
  );
});
