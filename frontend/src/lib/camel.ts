/** Hashtags that screen readers cannot take apart: #climatejustice is read as one word, #ClimateJustice as two. Pure. */
export interface Better {
  tag: string;
  better: string;
}

const SHORT = new Set([
  "de",
  "la",
  "le",
  "et",
  "du",
  "of",
  "in",
  "en",
  "op",
  "an",
  "am",
  "to",
  "no",
  "ma",
  "je",
  "un",
  "we",
  "is",
  "up",
]);
const TAG = /(?<![\p{L}\p{N}_&/])#([\p{Ll}]{6,60})(?![\p{L}\p{N}_])/gu;

/** Return the words that tags and names are made of: "ClimateJustice" and "Climate justice" both give climate, justice. */
export const wordsIn = (names: readonly string[]): Set<string> =>
  new Set(
    names
      .flatMap((name) => name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}]+/u))
      .map((word) => word.toLowerCase())
      .filter((word) => word.length >= 3 || SHORT.has(word)),
  );

/** Return how each all-small tag of two or more known words reads better. One word alone is fine as it is. */
export function better(text: string, known: ReadonlySet<string>, tags: readonly string[] = []): Better[] {
  const kept = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  const found = new Map<string, string>();
  for (const [, tag = ""] of text.matchAll(TAG)) {
    const ours = kept.get(tag);
    const other = ours && ours !== tag ? ours : camel(tag, known);
    if (other) found.set(tag, other);
  }
  return [...found].map(([tag, other]) => ({ tag, better: other }));
}

/** Return the text with that tag written so. */
export const written = (text: string, { tag, better: other }: Better): string =>
  text.replace(new RegExp(`(?<![\\p{L}\\p{N}_&/])#${tag}(?![\\p{L}\\p{N}_])`, "gu"), `#${other}`);

function camel(tag: string, known: ReadonlySet<string>): string | null {
  if (known.has(tag)) return null;
  // For each place the fewest words that lead there.
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= tag.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const word = tag.slice(start, end);
      if (!before || !(known.has(word) || SHORT.has(word))) continue;
      if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, word];
    }
  }
  const words = best[tag.length];
  if (!words || words.length < 2 || !words.some((word) => word.length > 3)) return null;
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
