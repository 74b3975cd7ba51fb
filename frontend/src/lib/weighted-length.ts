import { urls } from "./entities";

/** Every address counts as X's own short link. */
const URL_WEIGHT = 23;
/** Above this a text is too long for every network that weighs; it is then counted plainly. */
const WEIGHED_AT_MOST = 4000;
/** Code points that weigh one, all others two. Source: github.com/twitter/twitter-text, config/v3.json. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
/** Without one of these signs there is no emoji; the expression that finds them costs a phone a tenth of a second to make. */
const MAY_BE_EMOJI = /[©®\u203c-\u{10ffff}]/u;
let emoji: RegExp | undefined;

function emojis(text: string): Iterable<RegExpExecArray> {
  if (!MAY_BE_EMOJI.test(text)) return [];
  emoji ??= /\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?/gv;
  return text.matchAll(emoji);
}

function weight(point: number): number {
  return LIGHT.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
}

/** Return the length as X counts it: addresses 23, an emoji sequence 2, CJK and most symbols 2, after NFC. Vectors: tests/data/weighted_length.json, shared with the server. */
export function weightedLength(text: string): number {
  const plain = text.normalize("NFC").replace(/\r\n?/g, "\n");
  const points = [...plain].length;
  if (points > WEIGHED_AT_MOST) return points;
  const spans = new Map<number, { end: number; weight: number }>();
  for (const match of emojis(plain)) spans.set(match.index, { end: match.index + match[0].length, weight: 2 });
  for (const url of urls(plain)) spans.set(url.start, { end: url.end, weight: URL_WEIGHT });
  let length = 0;
  for (let at = 0; at < plain.length; ) {
    const span = spans.get(at);
    const point = plain.codePointAt(at) ?? 0;
    length += span?.weight ?? weight(point);
    at = span?.end ?? at + (point > 0xffff ? 2 : 1);
  }
  return length;
}

// Made when it is first needed: it costs a phone a tenth of a second.
let segmenter: Intl.Segmenter | undefined;

/** Return how many signs a reader sees: a letter with its accents is one, an emoji family is one. */
export function graphemes(text: string): number {
  let count = 0;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
