import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import type { PostCard } from "~/lib/cards";
import { type Slot, slotOf } from "../slots";
import { Ghost } from "./ghost";
import type { Grip } from "./grip";
import { Handle } from "./handle";
import { Place } from "./place";
import { collide, toNextSlot } from "./to-next-slot";

interface Props {
  grip: RefObject<Grip | null>;
  board: RefObject<HTMLElement | null>;
  /** The card an element stands for, if it may be moved. */
  cardAt: (element: HTMLElement) => PostCard | undefined;
  onDrop: (card: PostCard, slot: Slot) => void;
  /** It was held and let go where it was. */
  onHold: (card: PostCard, element: HTMLElement) => void;
  isPast: (slot: Slot) => boolean;
  /** A slot in words: "Tuesday 24 November, morning". */
  say: (slot: Slot) => string;
  /** What hangs on the pointer. */
  ghost: (card: PostCard) => ReactNode;
}

const cardOf = (data: unknown) => (data as { card?: PostCard } | undefined)?.card;
const placeOf = (data: unknown) =>
  (data as { element?: HTMLElement } | undefined)?.element?.closest<HTMLElement>("[data-slot]")?.dataset.slot;
const STILL_PX = 6;

/**
 * Cards are taken up with the mouse, with a long press, or with the space bar. This folder alone knows dnd-kit, and is loaded when the
 * cards stand. Cards and slots are known to it by their elements only (data-key, data-slot): none of five hundred is drawn again while one moves.
 */
export default function DragLayer({ grip, board, cardAt, onDrop, onHold, isPast, say, ghost }: Props) {
  const { t } = useLingui();
  const [slots, setSlots] = useState<readonly HTMLElement[]>([]);
  const from = useRef<string>(undefined);
  const lit = useRef<HTMLElement | null>(null);
  const away = useRef<HTMLElement | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 350, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextSlot,
      keyboardCodes: { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] },
    }),
  );
  const accessibility = useMemo(() => {
    const words = (over: { id: unknown } | null) => over && say(slotOf(String(over.id)));
    const announcements: Announcements = {
      onDragStart: ({ active }) => {
        from.current = placeOf(active.data.current);
        return t`Picked up: ${cardOf(active.data.current)?.firstLine ?? ""}`;
      },
      onDragOver: ({ over }) => {
        // Where it stands already would drown that it was picked up.
        const isStill = over?.id === from.current;
        from.current = undefined;
        return isStill ? undefined : (words(over) ?? undefined);
      },
      onDragEnd: ({ over }) => {
        const where = words(over);
        return where ? t`Dropped: ${where}` : t`Put back.`;
      },
      onDragCancel: () => t`Put back.`,
    };
    return { announcements, restoreFocus: true, screenReaderInstructions: { draggable: "" } };
  }, [t, say]);

  const light = (element: HTMLElement | null, how = "") => {
    lit.current?.removeAttribute("data-over");
    lit.current = element;
    element?.setAttribute("data-over", how);
  };
  const settle = () => {
    light(null);
    away.current?.removeAttribute("data-away");
    board.current?.removeAttribute("data-dragging");
  };
  const start = ({ active }: DragStartEvent) => {
    away.current = (active.data.current as { element?: HTMLElement } | undefined)?.element ?? null;
    away.current?.setAttribute("data-away", "");
    board.current?.setAttribute("data-dragging", "");
  };
  const over = ({ over }: DragOverEvent) => {
    const element = over && slots.find((slot) => slot.dataset.slot === over.id);
    light(element ?? null, over && isPast(slotOf(String(over.id))) ? "refused" : "here");
  };
  const end = ({ active, over, activatorEvent, delta }: DragEndEvent) => {
    const element = away.current;
    settle();
    swallowClick();
    const card = cardOf(active.data.current);
    if (!card) return;
    const isStill = Math.hypot(delta.x, delta.y) < STILL_PX;
    if (isStill && element && !(activatorEvent instanceof KeyboardEvent)) return onHold(card, element);
    if (over) onDrop(card, slotOf(String(over.id)));
    if (activatorEvent instanceof KeyboardEvent) keepFocus(card.post);
  };
  const collect = () => setSlots([...(board.current?.querySelectorAll<HTMLElement>("[data-slot]") ?? [])]);

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collide}
      accessibility={accessibility}
      onDragStart={start}
      onDragOver={over}
      onDragEnd={end}
      onDragCancel={settle}
    >
      <Handle grip={grip} cardAt={cardAt} onTake={collect} />
      {slots.map((element) => (
        <Place key={element.dataset.slot} element={element} />
      ))}
      <Ghost draw={ghost} />
    </DndContext>
  );
}

/** A drag that ends above the link it began on is no click. */
function swallowClick() {
  const stop = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 50);
}

/** The card stands in another cell now; the focus follows it there. */
function keepFocus(post: string) {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-post="${post}"] a`)?.focus(), 80);
}
