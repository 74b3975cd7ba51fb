import { isTopLevelDomain } from "./top-level-domains";

export interface Entity {
  kind: "hashtag" | "mention" | "url";
  /** As written, sign included. */
  text: string;
  /** Positions in UTF-16 units, as slice() takes them. */
  start: number;
  end: number;
}

const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu;
const MENTION = /(?<![\p{L}\p{N}_@＠/.])[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,62}[\p{L}\p{N}_])?/gu;

const LATIN = "a-z0-9\\u00c0-\\u024f";
const BEFORE = "(?<![A-Za-z0-9@＠$#＃])";
const labels = (signs: string) => `(?:[${signs}](?:[${signs}_-]*[${signs}])?\\.)+[${signs}]+`;
/** With a scheme any script may stand in the host; without one only Latin letters are taken for an address. */
const HOST = new RegExp(
  `${BEFORE}(?:(https?://)(${labels("\\p{L}\\p{N}\\p{M}")})|(?<![-_./])(${labels(LATIN)}))`,
  "giu",
);
const PATH_SIGN = `[${LATIN}\\u0400-\\u04ff!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&]`;
const TAIL = new RegExp(
  `^(?::\\d+)?(?:/(?:${PATH_SIGN}|\\(${PATH_SIGN}*(?:\\(${PATH_SIGN}+\\)${PATH_SIGN}*)?\\))*)?(?:\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*)?`,
  "iu",
);
const LOOSE_END = new RegExp(`[^${LATIN}\\u0400-\\u04ff+\\-=_#/&)]+$`, "iu");
/** One word with more dots than this is no address, and would cost the expression dearly. */
const DOTS_AT_MOST = 40;

/** Return how many signs of the host are an address, 0 when none of its endings exists: "example.org.nothing" → 11. */
function knownPart(host: string, next: string): number {
  const parts = host.split(".");
  for (let count = parts.length; count >= 2; count--) {
    const last = parts[count - 1] ?? "";
    const before = parts.slice(0, count - 1).join(".").length + 1;
    const follows = count === parts.length ? next : ".";
    if (isTopLevelDomain(last.toLowerCase()) && !/[0-9a-z@+-]/i.test(follows)) return before + last.length;
    const ascii = last.match(/^[a-z]+(?=[^\x20-\x7e])/i)?.[0];
    if (ascii && isTopLevelDomain(ascii.toLowerCase())) return before + ascii.length;
  }
  return 0;
}

/** Return the addresses a network would link, in order, also those without https://. */
export function urls(text: string): Entity[] {
  const found: Entity[] = [];
  for (const word of text.matchAll(/\S+/g)) {
    if (!word[0].includes(".") || word[0].split(".").length - 1 > DOTS_AT_MOST) continue;
    HOST.lastIndex = 0;
    for (let match = HOST.exec(word[0]); match; match = HOST.exec(word[0])) {
      const scheme = match[1] ?? "";
      const host = match[2] ?? match[3] ?? "";
      const hostAt = match.index + scheme.length;
      const length = knownPart(host, word[0].charAt(hostAt + host.length));
      if (length === 0) continue;
      const domainEnd = hostAt + length;
      const tail = length === host.length ? (TAIL.exec(word[0].slice(domainEnd))?.[0] ?? "") : "";
      // Without a scheme only a path belongs to the address: "example.org?q=1" ends before the question mark.
      const isPart = scheme !== "" || /^(:\d+)?\//.test(tail);
      const end = domainEnd + (isPart ? tail.replace(LOOSE_END, "").length : 0);
      found.push({
        kind: "url",
        text: word[0].slice(match.index, end),
        start: word.index + match.index,
        end: word.index + end,
      });
      HOST.lastIndex = end;
    }
  }
  return found;
}

const all = (kind: Entity["kind"], expression: RegExp, text: string): Entity[] =>
  [...text.matchAll(expression)].map((match) => ({
    kind,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Return the hashtags in order; a number alone is none. */
export const hashtags = (text: string): Entity[] => all("hashtag", HASHTAG, text);

/** Return who is mentioned, in order; an e-mail address mentions nobody. */
export const mentions = (text: string): Entity[] => all("mention", MENTION, text);

/** Return everything a network makes clickable, in order and never overlapping: what is inside an address belongs to it. */
export function entities(text: string): Entity[] {
  const links = urls(text);
  const isFree = ({ start, end }: Entity) => links.every((link) => end <= link.start || start >= link.end);
  return [...links, ...[...hashtags(text), ...mentions(text)].filter(isFree)].sort((a, b) => a.start - b.start);
}
