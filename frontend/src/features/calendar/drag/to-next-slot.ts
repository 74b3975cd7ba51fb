import type { CollisionDetection, KeyboardCoordinateGetter } from "@dnd-kit/core";
import { closestCenter, pointerWithin } from "@dnd-kit/core";

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const INSET = 6;

/** An arrow goes to the nearest slot in its direction. One pressed before the places are measured waits for them. */
export const toNextSlot: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = steps[event.code];
  if (!step) return;
  event.preventDefault();
  if (!context.collisionRect || context.droppableRects.size === 0) {
    pressLater(event);
    return;
  }
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

/** To dnd-kit alone, which listens on the document while a card is in the hand: no shortcut is meant. */
function pressLater({ code, key }: KeyboardEvent): void {
  requestAnimationFrame(() => document.dispatchEvent(new KeyboardEvent("keydown", { code, key, cancelable: true })));
}

/** The slot under the pointer; with the keyboard, the one in which the card's corner is. */
export const collide: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, top } = args.collisionRect;
  const inside = pointerWithin({ ...args, pointerCoordinates: { x: left + 2, y: top + 2 } });
  return inside.length > 0 ? inside : closestCenter(args);
};
