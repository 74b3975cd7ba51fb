import type { Limits } from "./draft";

const CUT_MOST = 0.15; // above that nothing is cut and ground is added instead: campaigns/media/renditions.py

export interface Frame {
  /** keep: as it is. crop: cut around the centre. pad: whole, on added ground. */
  fit: "keep" | "crop" | "pad";
  /** Width ÷ height of what the network gets. */
  ratio: number;
}

/** Return how a picture is made fit for a network, as the server will do it. */
export function frameOf({ width, height }: { width: number; height: number }, { pictures }: Limits): Frame {
  const ratio = width / height;
  const wanted = Math.min(Math.max(ratio, pictures.min_ratio || ratio), pictures.max_ratio || ratio);
  if (wanted === ratio) return { fit: "keep", ratio };
  const lost = 1 - Math.min(ratio, wanted) / Math.max(ratio, wanted);
  return { fit: lost <= CUT_MOST ? "crop" : "pad", ratio: wanted };
}

/** "4:5" of 0.8; decimals for what has no common name. */
export function ratioName(ratio: number): string {
  const names: [string, number][] = [
    ["1:1", 1],
    ["4:5", 0.8],
    ["5:4", 1.25],
    ["3:2", 1.5],
    ["2:3", 2 / 3],
    ["16:9", 16 / 9],
    ["9:16", 9 / 16],
    ["1.91:1", 1.91],
  ];
  return names.find(([, value]) => Math.abs(value - ratio) < 0.01)?.[0] ?? `${ratio.toFixed(2)}:1`;
}
