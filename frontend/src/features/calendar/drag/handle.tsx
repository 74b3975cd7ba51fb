import { useDraggable } from "@dnd-kit/core";
import { type RefObject, useEffect, useRef } from "react";
import type { PostCard } from "~/lib/cards";
import type { Grip } from "./grip";

interface Props {
  grip: RefObject<Grip | null>;
  cardAt: (element: HTMLElement) => PostCard | undefined;
  /** A card has been touched: where could it go? */
  onTake: () => void;
}

/** The one thing dnd-kit can drag: it becomes whichever card is touched. */
export function Handle({ grip, cardAt, onTake }: Props) {
  const held = useRef<{ card?: PostCard; element?: HTMLElement }>({});
  const { setNodeRef, setActivatorNodeRef, listeners } = useDraggable({ id: "card", data: held.current });

  useEffect(() => {
    const taken = (event: { target: EventTarget }): boolean => {
      const target = event.target as HTMLElement;
      const element = target.closest<HTMLElement>("[data-key]");
      if (!element || target.closest("[data-menu]")) return false;
      const card = cardAt(element);
      if (!card) return false;
      held.current.card = card;
      held.current.element = element;
      setNodeRef(element);
      setActivatorNodeRef(element.querySelector("a"));
      onTake();
      return true;
    };
    grip.current = {
      onMouseDown: (event) => event.button === 0 && taken(event) && listeners?.onMouseDown?.(event),
      onTouchStart: (event) => taken(event) && listeners?.onTouchStart?.(event),
      onKeyDown: (event) => event.code === "Space" && taken(event) && listeners?.onKeyDown?.(event),
    };
    return () => {
      grip.current = null;
    };
  }, [grip, cardAt, onTake, listeners, setNodeRef, setActivatorNodeRef]);
  return null;
}
