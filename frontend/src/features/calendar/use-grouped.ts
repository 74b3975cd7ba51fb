import { useMemo, useRef } from "react";
import { grouped, type PostCard } from "~/lib/cards";

/** The cards by day, part or hour; a list with the same cards as before stays the same, so that its cell is not drawn again. */
export function useGrouped(cards: readonly PostCard[], placeOf: (card: PostCard) => string) {
  const before = useRef<ReadonlyMap<string, PostCard[]>>(new Map());
  const place = useMemo(() => remembered(placeOf), [placeOf]);
  return useMemo(() => {
    before.current = grouped(cards, place, before.current);
    return before.current;
  }, [cards, place]);
}

/** Time zones are dear to reckon with: once for each card. */
function remembered(placeOf: (card: PostCard) => string): (card: PostCard) => string {
  const known = new WeakMap<PostCard, string>();
  return (card) => {
    const place = known.get(card) ?? placeOf(card);
    known.set(card, place);
    return place;
  };
}
