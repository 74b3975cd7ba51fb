import { largest, RATIOS, ratioNames, type Window } from "~/lib/crops";
import type { Limits } from "./draft";

const CUT_MOST = 0.15; // above that nothing is cut and ground is added instead: campaigns/media/renditions.py

export interface Frame {
  /** keep: as it is. crop: cut. pad: whole, on added ground. */
  fit: "keep" | "crop" | "pad";
  /** Width ÷ height of what the network gets. */
  ratio: number;
  /** The part it is made of; null: all of it. */
  part: Window | null;
}
interface Framed {
  width: number;
  height: number;
  crops?: Record<string, Window>;
  focus?: { x: number; y: number };
}

/** Return how a picture is made fit for a network, as the server will do it. `only`: the part that this post shows. */
export function frameOf(
  { width, height, crops = {}, focus }: Framed,
  { pictures }: Limits,
  only?: Window | null,
): Frame {
  const shape = width / height;
  const ratio = only ? (shape * only.width) / only.height : shape;
  const part = only ?? null;
  const wanted = Math.min(Math.max(ratio, pictures.min_ratio || ratio), pictures.max_ratio || ratio);
  if (wanted === ratio) return { fit: "keep", ratio, part };
  const made = only ? undefined : nearestCrop(crops, wanted, pictures);
  if (made) return { fit: "crop", ratio: made.ratio, part: made.part };
  const lost = 1 - Math.min(ratio, wanted) / Math.max(ratio, wanted);
  if (lost > CUT_MOST) return { fit: "pad", ratio: wanted, part };
  const isCentred = !focus || (focus.x === 500 && focus.y === 500);
  return { fit: "crop", ratio: wanted, part: only || isCentred ? part : largest(wanted, shape, focus) };
}

/** The crop somebody made whose ratio is nearest to the wanted one, among those the network takes. */
function nearestCrop(crops: Record<string, Window>, wanted: number, pictures: Limits["pictures"]) {
  const fitting = ratioNames.flatMap((name) => {
    const [part, ratio] = [crops[name], RATIOS[name]];
    const isWithin = ratio >= pictures.min_ratio * 0.99 && (!pictures.max_ratio || ratio <= pictures.max_ratio * 1.01);
    return part && isWithin ? [{ part, ratio }] : [];
  });
  return fitting.sort((a, b) => Math.abs(a.ratio / wanted - 1) - Math.abs(b.ratio / wanted - 1))[0];
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
