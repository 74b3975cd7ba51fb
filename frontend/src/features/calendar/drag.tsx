import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDndContext,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo } from "react";
import type { PostCard } from "~/lib/cards";
import { type Slot, slotKey } from "./slots";

/** The only file that knows dnd-kit. Cards are taken up with the mouse, with a long press, or with the space bar. */

const cardOf = (data: unknown) => (data as { card?: PostCard } | undefined)?.card;
const slotOf = (data: unknown) => (data as { slot?: Slot } | undefined)?.slot;

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const INSET = 6;

/** An arrow goes to the nearest slot in its direction. */
const toNextSlot: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = steps[event.code];
  if (!step) return;
  event.preventDefault();
  const [dx, dy] = step;
  let best: { x: number; y: number; far: number } | undefined;
  for (const container of context.droppableContainers.getEnabled()) {
    const rect = context.droppableRects.get(container.id);
    if (!rect) continue;
    const x = rect.left + INSET - currentCoordinates.x;
    const y = rect.top + INSET - currentCoordinates.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + aside * 3;
    if (ahead > INSET * 2 && (!best || far < best.far)) best = { x: rect.left + INSET, y: rect.top + INSET, far };
  }
  return best;
};

/** The slot under the pointer; with the keyboard, the one in which the card's corner is. */
const collide: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, top } = args.collisionRect;
  const inside = pointerWithin({ ...args, pointerCoordinates: { x: left + 2, y: top + 2 } });
  return inside.length > 0 ? inside : closestCenter(args);
};

/** A drag that ends above the link it began on is no click. */
function swallowClick() {
  const stop = (event: MouseEvent) => event.preventDefault();
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 50);
}

interface Props {
  onDrop: (card: PostCard, slot: Slot) => void;
  /** A slot in words: "Tuesday 24 November, morning". */
  say: (slot: Slot) => string;
  /** What hangs on the pointer. */
  ghost: (card: PostCard) => ReactNode;
  children: ReactNode;
}

export function DragBoard({ onDrop, say, ghost, children }: Props) {
  const { t } = useLingui();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 350, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextSlot,
      keyboardCodes: { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] },
    }),
  );
  const accessibility = useMemo(() => {
    const where = (over: { data: { current?: unknown } } | null) => slotOf(over?.data.current);
    const announcements: Announcements = {
      onDragStart: ({ active }) => t`Picked up: ${cardOf(active.data.current)?.firstLine ?? ""}`,
      onDragOver: ({ over }) => {
        const slot = where(over);
        return slot ? say(slot) : undefined;
      },
      onDragEnd: ({ over }) => {
        const slot = where(over);
        return slot ? t`Dropped: ${say(slot)}` : t`Put back.`;
      },
      onDragCancel: () => t`Put back.`,
    };
    return {
      announcements,
      restoreFocus: true,
      screenReaderInstructions: {
        draggable: t`To move it, press the space bar, choose a place with the arrow keys, and press the space bar again. Escape puts it back.`,
      },
    };
  }, [t, say]);
  const end = ({ active, over, activatorEvent }: DragEndEvent) => {
    swallowClick();
    const card = cardOf(active.data.current);
    const slot = slotOf(over?.data.current);
    if (!card || !slot) return;
    onDrop(card, slot);
    if (activatorEvent instanceof KeyboardEvent) keepFocus(card.post);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={collide} accessibility={accessibility} onDragEnd={end}>
      {children}
      <Ghost draw={ghost} />
    </DndContext>
  );
}

/** The card stands in another cell now; the focus follows it there. */
function keepFocus(post: string) {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-post="${post}"] a`)?.focus(), 80);
}

function Ghost({ draw }: { draw: Props["ghost"] }) {
  const { active } = useDndContext();
  const card = cardOf(active?.data.current);
  return (
    <DragOverlay dropAnimation={null} zIndex={30}>
      {card ? draw(card) : null}
    </DragOverlay>
  );
}

/** Spread `listeners` on the card, put `ref` on it and `handleRef` and `describedBy` on the link inside. */
export function useDrag(card: PostCard, isDisabled: boolean) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: card.key,
    data: { card },
    disabled: isDisabled,
  });
  return {
    ref: setNodeRef,
    handleRef: setActivatorNodeRef,
    listeners: isDisabled ? undefined : listeners,
    describedBy: isDisabled ? undefined : attributes["aria-describedby"],
    isDragging,
  };
}

export function useDrop(slot: Slot) {
  const { setNodeRef, isOver } = useDroppable({ id: slotKey(slot), data: { slot } });
  return { ref: setNodeRef, isOver };
}
