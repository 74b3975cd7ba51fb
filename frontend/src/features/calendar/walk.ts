export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Return the index of the box that lies next in that direction, the straightest before the nearest; -1 when there is none. */
export function nearest(boxes: readonly Box[], from: number, [dx, dy]: readonly [number, number]): number {
  const here = boxes[from];
  if (!here) return -1;
  let best = -1;
  let shortest = Infinity;
  boxes.forEach((box, index) => {
    if (index === from) return;
    const x = dx ? box.left - here.left : box.left + box.width / 2 - here.left - here.width / 2;
    const y = dy ? box.top - here.top : box.top + box.height / 2 - here.top - here.height / 2;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + aside * 3;
    if (ahead > 4 && far < shortest) {
      best = index;
      shortest = far;
    }
  });
  return best;
}
