import type { Answer } from "~/api/client";
import { chosen } from "../filter";
import type { CalendarSearch } from "../search";
import { isIn, type Slot } from "../slots";

export type OutsidePost = Answer<"get", "/api/outside/">[number];
export type OutsideByDay = ReadonlyMap<string, readonly OutsidePost[]>;

/** Return whether the calendar shows posts made elsewhere at all: they have no campaign, state, language or author of ours to be chosen by. */
export const areShown = (search: CalendarSearch): boolean =>
  search.elsewhere !== "no" && (["campaign", "state", "language", "author"] as const).every((name) => !search[name]);

/** Return those of the chosen channels, by day. */
export function byDay(posts: readonly OutsidePost[], search: CalendarSearch): OutsideByDay {
  const channels = chosen(search, "channel");
  const days = new Map<string, OutsidePost[]>();
  for (const post of posts) {
    if (channels.length > 0 && !channels.includes(post.channel)) continue;
    const day = post.local_time.slice(0, 10);
    const list = days.get(day);
    if (list) list.push(post);
    else days.set(day, [post]);
  }
  return days;
}

export const inSlot = (posts: readonly OutsidePost[], slot: Slot): readonly OutsidePost[] =>
  posts.filter(({ local_time }) => isIn(slot, local_time));

/** Those that are still there: the ones that count. */
export const countOf = (posts: readonly OutsidePost[]): number => posts.filter(({ gone_at }) => !gone_at).length;

/** The first line that says something, "" when there is none. */
export const firstLine = ({ text }: OutsidePost): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find(Boolean) ?? "";
