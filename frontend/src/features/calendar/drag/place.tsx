import { useDroppable } from "@dnd-kit/core";
import { useLayoutEffect } from "react";

/** An element of the board in which a card can be dropped. */
export function Place({ element }: { element: HTMLElement }) {
  const { setNodeRef } = useDroppable({ id: element.dataset.slot ?? "" });
  useLayoutEffect(() => setNodeRef(element), [setNodeRef, element]);
  return null;
}
