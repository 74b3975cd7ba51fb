import { hashtags, mentions } from "~/lib/entities";
import { weightedLength } from "~/lib/weighted-length";
import type { Limits } from "./draft";

/** Return the length as that network counts: by weight as X does, else by code points. */
export const count = (text: string, limits: Limits): number =>
  limits.counting === "weighted" ? weightedLength(text) : [...text].length;

export interface Measure {
  length: number;
  most: number;
  /** Characters above the limit; 0 or less while it fits. */
  over: number;
  /** Where "see more" cuts; 0 when all is shown. */
  cutAt: number;
  hashtags: { count: number; most: number } | null;
  mentions: { count: number; most: number } | null;
}

/** Return how one text measures on that network. */
export function measure(text: string, limits: Limits): Measure {
  const length = count(text, limits);
  const tags = hashtags(text).length;
  const names = mentions(text).length;
  return {
    length,
    most: limits.text_max,
    over: length - limits.text_max,
    cutAt: limits.fold_at > 0 && length > limits.fold_at ? limits.fold_at : 0,
    hashtags: limits.hashtags_max > 0 && tags > 0 ? { count: tags, most: limits.hashtags_max } : null,
    mentions: limits.mentions_max > 0 && names > 0 ? { count: names, most: limits.mentions_max } : null,
  };
}

/** Return the text before and after "see more". Never in the middle of a word. */
export function folded(text: string, foldAt: number): { shown: string; hidden: string } {
  const points = [...text];
  if (foldAt <= 0 || points.length <= foldAt) return { shown: text, hidden: "" };
  const cut = points.slice(0, foldAt).join("");
  const atWord = /\s/.test(points[foldAt] ?? "") ? cut : cut.replace(/\S{1,30}$/u, "");
  const shown = (atWord.trim() ? atWord : cut).trimEnd();
  return { shown, hidden: text.slice(shown.length) };
}

/** Return where a text stops fitting, in UTF-16 units as slice() takes them; undefined while all of it fits. */
export function overflowAt(text: string, limits: Limits): number | undefined {
  if (count(text, limits) <= limits.text_max) return undefined;
  const points = [...text];
  let fits = 0;
  let breaks = points.length;
  while (breaks - fits > 1) {
    const middle = (fits + breaks) >> 1;
    if (count(points.slice(0, middle).join(""), limits) <= limits.text_max) fits = middle;
    else breaks = middle;
  }
  return points.slice(0, fits).join("").length;
}
