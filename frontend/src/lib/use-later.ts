import { startTransition, useEffect, useState } from "react";

/** Return how many of them to draw now: a few at once, and all of them as soon as those stand, in pieces that let a finger through. */
export function useLater(few: number): number {
  const [many, setMany] = useState(few);
  useEffect(() => startTransition(() => setMany(Number.POSITIVE_INFINITY)), []);
  return many;
}
