/** How much of a card is drawn: all of it; time and one line under it; one line in all. */
export type Size = "full" | "short" | "line";

export interface Heights {
  full: number;
  short: number;
  line: number;
  /** Between two cards. */
  gap: number;
  /** Above and below all of them in a cell. */
  pad: number;
}

export const mouseHeights: Heights = { full: 76, short: 45, line: 24, gap: 3, pad: 8 };
/** A month's cells: lines only, closer together. */
export const monthHeights: Heights = { full: Infinity, short: Infinity, line: 22, gap: 2, pad: 4 };
export const touchMonthHeights: Heights = { ...monthHeights, line: 44 };
export const touchHeights: Heights = { full: 92, short: 62, line: 44, gap: 4, pad: 8 };

const sizes: readonly Size[] = ["full", "short", "line"];
const needs = (count: number, each: number, { gap, pad }: Heights) =>
  count === 0 ? 0 : count * (each + gap) - gap + pad;

/** Return what is left of a cell of that height below the cards it shows. */
export const leftBelow = (height: number, shown: number, size: Size, heights: Heights): number =>
  shown === 0 ? height - heights.pad : height - needs(shown, heights[size], heights) - heights.gap;

/** Return how `count` cards stand in a cell of that height: the largest size in which all fit, else as many lines as fit beside "+N". */
export function fitted(count: number, height: number, heights: Heights): { size: Size; shown: number } {
  const size = sizes.find((name) => needs(count, heights[name], heights) <= height);
  if (size) return { size, shown: count };
  const room = Math.floor((height - heights.pad + heights.gap) / (heights.line + heights.gap));
  return { size: "line", shown: Math.max(0, Math.min(count, room - 1)) };
}

/** Return the heights of rows in which every card is drawn whole. */
export const wholeRows = (counts: readonly number[], heights: Heights, least: number): number[] =>
  counts.map((count) => Math.max(least, needs(count, heights.full, heights)));

/**
 * Return the heights of the rows, `counts` being the most cards any cell of each has. They fill `available` where that is possible:
 * a row that needs more gets more, taken from those that have room to spare; no row is lower than its lines or than `least`.
 */
export function rowHeights(counts: readonly number[], available: number, heights: Heights, least: number): number[] {
  const wanted = (name: Size) => counts.map((count) => Math.max(least, needs(count, heights[name], heights)));
  const sum = (rows: readonly number[]) => rows.reduce((total, row) => total + row, 0);
  const spread = (rows: readonly number[], rest: number) => rows.map((row) => row + rest / rows.length);
  const full = wanted("full");
  if (sum(full) <= available) return spread(full, available - sum(full));
  const lines = wanted("line");
  if (sum(lines) >= available) {
    // Even lines are too many: rows share what there is by what they need, and the rest is behind "+N".
    const spare = Math.max(0, available - least * counts.length);
    const over = lines.map((row) => row - least);
    return over.map((row) => least + (sum(over) ? (row / sum(over)) * spare : spare / counts.length));
  }
  const share = (available - sum(lines)) / (sum(full) - sum(lines));
  return lines.map((row, index) => row + ((full[index] ?? row) - row) * share);
}
