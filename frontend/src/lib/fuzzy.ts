/** Lower case, without accents. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Return how well the typed words fit, 0 when they do not: each must begin a word (best), stand inside, or have its letters in order. */
export function fitness(query: string, text: string): number {
  const words = plain(text);
  let sum = 0;
  for (const part of plain(query).split(/\s+/).filter(Boolean)) {
    const score = fitOne(part, words);
    if (score === 0) return 0;
    sum += score;
  }
  // Of two that fit alike the shorter one is meant.
  return sum === 0 ? 1 : sum - Math.min(words.length, 200) / 1000;
}

function fitOne(part: string, words: string): number {
  if (words.startsWith(part)) return 5;
  const at = words.indexOf(part);
  if (at > 0) return /[\p{L}\p{N}]/u.test(words[at - 1] ?? "") ? 3 : 4;
  // Letters in order, the first of them at the beginning of a word: "nwp" is "new post".
  for (const word of words.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (part.length > 1 && word[0] === part[0] && isInOrder(part, words.slice(word.index))) return 1;
  }
  return 0;
}

function isInOrder(part: string, words: string): boolean {
  let from = 0;
  for (const letter of part) {
    const at = words.indexOf(letter, from);
    if (at < 0 || at - from > 12) return false;
    from = at + 1;
  }
  return true;
}
