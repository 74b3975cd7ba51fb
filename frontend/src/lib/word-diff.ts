import { diffWordsWithSpace } from "diff";

export interface Piece {
  op: "same" | "added" | "removed";
  text: string;
}

/** Return how one text became the other, word by word. */
export const wordDiff = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    op: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
