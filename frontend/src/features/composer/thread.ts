/** Cutting a text into the parts of a thread. Pure. */

/** The link of the first part takes this much as X counts: two line breaks and a short address. */
export const LINK_ROOM = 25;

const sentencesOf = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment);

/** Return pieces of at most `most`, cut between words; a single longer word is cut where it must be. */
function cutSentence(sentence: string, most: number, count: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of sentence.match(/\S+\s*|\s+/g) ?? []) {
    if (count((piece + word).trim()) <= most) {
      piece += word;
      continue;
    }
    if (piece.trim()) pieces.push(piece);
    piece = word;
    while (count(piece.trim()) > most) {
      const points = [...piece];
      let take = Math.min(points.length, most);
      while (take > 1 && count(points.slice(0, take).join("")) > most) take -= 1;
      pieces.push(points.slice(0, take).join(""));
      piece = points.slice(take).join("");
    }
  }
  return piece.trim() ? [...pieces, piece] : pieces;
}

interface How {
  language: string;
  most: number;
  count: (text: string) => number;
  /** What the first part must leave free for the link. */
  reserve?: number;
}

/** Return the parts of a thread, cut at the ends of sentences, as few as fit. What fits stays one part. */
export function split(text: string, { language, most, count, reserve = 0 }: How): string[] {
  const parts: string[] = [];
  let part = "";
  for (const sentence of sentencesOf(text.trim(), language)) {
    const room = () => most - (parts.length === 0 ? reserve : 0);
    if (count((part + sentence).trim()) <= room()) {
      part += sentence;
      continue;
    }
    if (part.trim()) parts.push(part.trim());
    part = "";
    const pieces = count(sentence.trim()) <= room() ? [sentence] : cutSentence(sentence, room(), count);
    parts.push(...pieces.slice(0, -1).map((piece) => piece.trim()));
    part = pieces.at(-1) ?? "";
  }
  if (part.trim() || parts.length === 0) parts.push(part.trim());
  return parts;
}

/** Return the parts with one of them cut in two where the cursor stands, or near its middle at the end of a sentence. */
export function splitAt(segments: readonly string[], index: number, at: number, language: string): string[] {
  const text = segments[index] ?? "";
  let cut = at;
  if (cut <= 0 || cut >= text.length) {
    let end = 0;
    let best = 0;
    for (const sentence of sentencesOf(text, language)) {
      end += sentence.length;
      if (end < text.length && Math.abs(end - text.length / 2) < Math.abs(best - text.length / 2)) best = end;
    }
    cut = best;
  }
  const halves = cut > 0 ? [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()] : [text, ""];
  return [...segments.slice(0, index), ...halves, ...segments.slice(index + 1)];
}

/** Return the parts with one joined to the one before it. */
export function joinWithBefore(segments: readonly string[], index: number): string[] {
  const before = segments[index - 1]?.trimEnd() ?? "";
  const text = segments[index]?.trimStart() ?? "";
  const whole = before && text ? `${before}\n\n${text}` : before + text;
  return [...segments.slice(0, index - 1), whole, ...segments.slice(index + 1)];
}
