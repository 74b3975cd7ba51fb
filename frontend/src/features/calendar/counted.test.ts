import { expect, test } from "vitest";
import type { PostCard } from "~/lib/cards";
import { counted } from "./counted";

const card = (post: string, at: string) => ({ key: `${post}/${at}`, post, at }) as PostCard;

test("a post that goes out at two times is one post and two cards", () => {
  expect(counted([card("a", "09:00"), card("a", "12:00"), card("b", "12:00")], 0)).toEqual({ posts: 2, cards: 3 });
});

test("a post made elsewhere is one of both, so that there are never fewer cards than posts", () => {
  expect(counted([card("a", "09:00")], 2)).toEqual({ posts: 3, cards: 3 });
  expect(counted([], 0)).toEqual({ posts: 0, cards: 0 });
});
