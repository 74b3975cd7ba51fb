import { memo } from "react";
import { movable, type PostCard } from "~/lib/cards";
import styles from "./card.module.css";
import { useDesk } from "./desk";
import { Face } from "./face";
import type { Size } from "./fit";
import { useIsChosen, useIsSelecting } from "./select/use-selection";

interface Props {
  card: PostCard;
  /** "wide": as in the agenda, with the whole first line. */
  size: Size | "wide";
}

/** A post in the calendar. What is done with it by pointer and keys is heard by the board, once for all cards. */
export const Card = memo(function Card({ card, size }: Props) {
  const { mayEdit } = useDesk();
  const isChosen = useIsChosen(card.post);
  const isSelecting = useIsSelecting();
  const isMovable = mayEdit(card) && movable(card).length > 0;
  return (
    <div
      data-key={card.key}
      data-post={card.post}
      className={`${styles.place} ${isMovable ? styles.movable : ""} ${isChosen ? styles.chosen : ""}`}
    >
      <Face card={card} size={size} chosen={isSelecting ? isChosen : undefined} isMovable={isMovable} />
    </div>
  );
});
