import type { PostCard } from "~/lib/cards";
import type { OutsidePost } from "./outside/model";

/** What stands in a part of a day: a card, a line for posts made elsewhere, or the present. */
export type Entry = { key: string; at: number } & (
  | { kind: "card"; card: PostCard }
  | { kind: "outside"; posts: readonly OutsidePost[] }
  | { kind: "now" }
);

/** Return them in order of time. Posts made elsewhere that follow one another share a line; `isOneLine`: all of them do, at the time of the first. */
export function inOrder(
  cards: readonly PostCard[],
  outside: readonly OutsidePost[],
  { now, isOneLine = false }: { now?: number | undefined; isOneLine?: boolean } = {},
): Entry[] {
  const entries: Entry[] = cards.map((card) => ({ kind: "card", key: card.key, at: Date.parse(card.at), card }));
  for (const posts of isOneLine && outside.length > 0 ? [outside] : outside.map((post) => [post])) {
    const at = Math.min(...posts.map(({ posted_at }) => Date.parse(posted_at)));
    entries.push({ kind: "outside", key: `outside/${posts[0]?.id}`, at, posts });
  }
  if (now !== undefined) entries.push({ kind: "now", key: "now", at: now });
  return joined(entries.sort((one, other) => one.at - other.at));
}

function joined(entries: readonly Entry[]): Entry[] {
  const lines: Entry[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last?.kind === "outside" && entry.kind === "outside")
      lines[lines.length - 1] = { ...last, posts: [...last.posts, ...entry.posts] };
    else lines.push(entry);
  }
  return lines;
}
