import { urls } from "~/lib/entities";

/** Cutting a text into the parts of a thread. Pure. */

/** The link of the first part takes this much as X counts: two line breaks and a short address. */
export const LINK_ROOM = 25;

/** A full stop after these ends no sentence. Lower case, without the full stop. */
const ABBREVIATIONS = new Set(
  (
    "m mm mme mlle mgr dr pr st ste art al p pp ex env cf av bd chap éd fig hab inclus max min n no nos réf tél vol boul " +
    "dhr mevr mw drs ir ing prof bv bijv d.w.z dwz enz blz nr nrs ca incl excl o.a oa m.b.t mbt t.a.v jl nl resp tel str vgl zgn " +
    "z b z.b d h d.h u a u.a bzw ca evtl ggf inkl nr s usw vgl hr fr abs str mio mrd " +
    "mr mrs ms jr sr vs etc e.g i.e eg ie inc ltd co dept est approx"
  ).split(" "),
);

/** Whether the text stops here without a sentence ending: after "M.", "p. ex.", a single letter, or a number as in "1." */
function goesOn(before: string, after: string): boolean {
  const [, word = ""] = before.match(/(\S+)\.\s*$/u) ?? [];
  if (!word) return false;
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
  if (ABBREVIATIONS.has(bare) || /^(\p{L}\.)*\p{L}$/u.test(bare)) {
    // "etc." and their like may well end a sentence: what follows tells.
    return bare.length < 4 || !/^\s*[\p{Lu}«“"¡¿]/u.test(after) || ABBREVIATIONS.has(bare.replace(/s$/, ""));
  }
  return /^\d{1,2}$/.test(bare) && /^\s*\p{Ll}/u.test(after);
}

/** Return the sentences with the space after them. Addresses, abbreviations and "…" in mid-sentence are not torn apart. */
export function sentencesOf(text: string, language: string): string[] {
  const found = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  const sentences: string[] = [];
  let open = "";
  found.forEach(({ segment, index }, at) => {
    open += segment;
    const end = index + segment.length;
    const after = text.slice(end);
    // In the middle of a word: an address, "2.500", "d.h."; Chinese and Japanese need no space.
    const inWord = /[.?!:;]$/u.test(open) && /^\S/u.test(after);
    const midway = /(…|\.\.\.)\s*$/u.test(open) && /^\s*\p{Ll}/u.test(after);
    const isBroken = /\n\s*$/u.test(open);
    if (at < found.length - 1 && !isBroken && (inWord || midway || goesOn(open, after))) return;
    sentences.push(open);
    open = "";
  });
  return sentences;
}

/** Return the smallest pieces that may stand apart: words with the space after them, an address whole. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? [];

const signsOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

type Count = (text: string) => number;

/** Return pieces that fit, cut between words; a longer word is cut between signs, an address never. `first` is the room of the first. */
function cutSentence(
  sentence: string,
  { first, most, count }: { first: number; most: number; count: Count },
): string[] {
  const pieces: string[] = [];
  const room = () => (pieces.length === 0 ? first : most);
  let piece = "";
  for (const word of wordsOf(sentence)) {
    if (count((piece + word).trim()) <= room()) {
      piece += word;
      continue;
    }
    if (piece.trim()) pieces.push(piece);
    piece = word;
    const isAddress = /^\S*https?:\/\//i.test(word) || urls(word.trim()).length > 0;
    while (!isAddress && count(piece.trim()) > room()) {
      const signs = signsOf(piece);
      let take = Math.min(signs.length - 1, room());
      while (take > 1 && count(signs.slice(0, take).join("")) > room()) take -= 1;
      if (take < 1) break;
      pieces.push(signs.slice(0, take).join(""));
      piece = signs.slice(take).join("");
    }
  }
  return piece.trim() ? [...pieces, piece] : pieces;
}

interface How {
  language: string;
  most: number;
  count: Count;
  /** What the first part must leave free for the link. */
  reserve?: number;
  /** Each part ends with its place in the thread: " 2/5". */
  numbered?: boolean;
}

/** Return the parts of a thread, cut at the ends of sentences, as few as fit. What fits stays one part. */
export function split(text: string, how: How): string[] {
  if (!how.numbered) return cut(text, how, 0);
  if (cut(text, how, 0).length < 2) return [text.trim()];
  // The numbers take room themselves: " 1/9", from ten parts on " 10/12".
  for (const digits of [1, 2]) {
    const parts = cut(text, how, 2 + 2 * digits);
    if (String(parts.length).length <= digits) return numbered(parts);
  }
  return numbered(cut(text, how, 8));
}

function cut(text: string, { language, most, count, reserve = 0 }: How, taken: number): string[] {
  const parts: string[] = [];
  let part = "";
  const room = () => most - taken - (parts.length === 0 ? reserve : 0);
  for (const sentence of sentencesOf(text.trim(), language)) {
    if (count((part + sentence).trim()) <= room()) {
      part += sentence;
      continue;
    }
    if (part.trim()) parts.push(part.trim());
    part = "";
    const fits = count(sentence.trim()) <= room();
    const pieces = fits ? [sentence] : cutSentence(sentence, { first: room(), most: most - taken, count });
    parts.push(...pieces.slice(0, -1).map((piece) => piece.trim()));
    part = pieces.at(-1) ?? "";
  }
  if (part.trim() || parts.length === 0) parts.push(part.trim());
  return parts;
}

const NUMBER = /\s*\(?\d{1,2}\/\d{1,2}\)?$/u;

/** Return the parts with their places at their ends; old ones go. */
export const numbered = (parts: readonly string[]): string[] =>
  parts.map((part, index) => `${part.replace(NUMBER, "")} ${index + 1}/${parts.length}`.trim());

/** Return the parts with one of them cut in two where the cursor stands, or near its middle at the end of a sentence. */
export function splitAt(segments: readonly string[], index: number, at: number, language: string): string[] {
  const text = segments[index] ?? "";
  let place = at;
  if (place <= 0 || place >= text.length) {
    let end = 0;
    let best = 0;
    for (const sentence of sentencesOf(text, language)) {
      end += sentence.length;
      if (end < text.length && Math.abs(end - text.length / 2) < Math.abs(best - text.length / 2)) best = end;
    }
    place = best;
  }
  const halves = place > 0 ? [text.slice(0, place).trimEnd(), text.slice(place).trimStart()] : [text, ""];
  return [...segments.slice(0, index), ...halves, ...segments.slice(index + 1)];
}

/** Return the parts with one joined to the one before it. */
export function joinWithBefore(segments: readonly string[], index: number): string[] {
  const before = segments[index - 1]?.trimEnd() ?? "";
  const text = segments[index]?.trimStart() ?? "";
  const whole = before && text ? `${before}\n\n${text}` : before + text;
  return [...segments.slice(0, index - 1), whole, ...segments.slice(index + 1)];
}
