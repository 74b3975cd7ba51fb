import { DragOverlay, useDndContext } from "@dnd-kit/core";
import type { ReactNode } from "react";
import type { PostCard } from "~/lib/cards";

/** The card as it hangs on the pointer. */
export function Ghost({ draw }: { draw: (card: PostCard) => ReactNode }) {
  const { active } = useDndContext();
  const card = (active?.data.current as { card?: PostCard } | undefined)?.card;
  return (
    <DragOverlay dropAnimation={null} zIndex={30}>
      {card ? draw(card) : null}
    </DragOverlay>
  );
}
