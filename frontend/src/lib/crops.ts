/** A part of a picture, from its left and top, in ‰ of its sides: as campaigns/media/crops.py has it. */
export interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const RATIOS = { "1:1": 1, "4:5": 0.8, "1.91:1": 1.91, "16:9": 16 / 9, "9:16": 9 / 16 } as const;
export type Ratio = keyof typeof RATIOS;
export const ratioNames = Object.keys(RATIOS) as Ratio[];

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** "x.y.width.height": how an address names a part. */
export const partOf = ({ x, y, width, height }: Window): string => `${x}.${y}.${width}.${height}`;

/** The largest part of that ratio in a picture of that shape, with the point as near to its middle as it goes. */
export function largest(ratio: number, shape: number, around = { x: 500, y: 500 }): Window {
  const width = Math.round(Math.min(1000, (1000 * ratio) / shape));
  const height = Math.round(Math.min(1000, (1000 * shape) / ratio));
  return placed({ x: around.x - width / 2, y: around.y - height / 2, width, height });
}

/** What is left of a part when it is cut to that ratio around its own middle. */
export function cutTo(part: Window, ratio: number, shape: number): Window {
  const width = Math.round(Math.min(part.width, (part.height * ratio) / shape));
  const height = Math.round(Math.min(part.height, (part.width * shape) / ratio));
  return placed({ x: part.x + (part.width - width) / 2, y: part.y + (part.height - height) / 2, width, height });
}

/** The same part within the picture. */
export const placed = ({ x, y, width, height }: Window): Window => ({
  x: Math.round(within(x, 0, 1000 - width)),
  y: Math.round(within(y, 0, 1000 - height)),
  width,
  height,
});

export const shifted = (part: Window, dx: number, dy: number): Window =>
  placed({ ...part, x: part.x + dx, y: part.y + dy });

/** The part of that ratio at a zoom of 1 (as large as it goes) and more, around the same middle. */
export function zoomed(part: Window, zoom: number, ratio: number, shape: number): Window {
  const most = largest(ratio, shape);
  const width = Math.max(60, Math.round(most.width / zoom));
  const height = Math.max(60, Math.round(most.height / zoom));
  return placed({ x: part.x + (part.width - width) / 2, y: part.y + (part.height - height) / 2, width, height });
}

export const zoomOf = (part: Window, ratio: number, shape: number): number =>
  Math.max(1, largest(ratio, shape).width / part.width);

export const isWhole = ({ width, height }: Window): boolean => width === 1000 && height === 1000;

/** The ratio a part was made for, as near as ‰ can tell. */
export const ratioOf = (part: Window, shape: number): Ratio | undefined =>
  ratioNames.find((name) => Math.abs(((part.width / part.height) * shape) / RATIOS[name] - 1) < 0.02);
