import { expect, test } from "vitest";
import type { PostCard } from "~/lib/cards";
import { type Entry, inOrder } from "./in-order";
import type { OutsidePost } from "./outside/model";

const at = (time: string) => `2026-11-24T${time}:00Z`;
const card = (time: string) => ({ key: time, at: at(time) }) as PostCard;
const post = (time: string) => ({ id: time, posted_at: at(time) }) as OutsidePost;
const said = (entries: Entry[]) =>
  entries.map((entry) => (entry.kind === "outside" ? entry.posts.map(({ id }) => `(${id})`).join("") : entry.key));

test("what was posted elsewhere stands among the cards, by time", () => {
  expect(said(inOrder([card("09:00"), card("12:00")], [post("07:05"), post("10:30")]))).toEqual([
    "(07:05)",
    "09:00",
    "(10:30)",
    "12:00",
  ]);
});

test("those that follow one another share a line, whatever order they came in", () => {
  expect(said(inOrder([card("09:00")], [post("11:00"), post("10:00"), post("08:00")]))).toEqual([
    "(08:00)",
    "09:00",
    "(10:00)(11:00)",
  ]);
});

test("where there is room for one line it stands for all, at the time of the first", () => {
  expect(said(inOrder([card("09:00")], [post("11:00"), post("08:00")], { isOneLine: true }))).toEqual([
    "(11:00)(08:00)",
    "09:00",
  ]);
});

test("the present stands before what is still to come", () => {
  const now = Date.parse(at("09:30"));
  expect(said(inOrder([card("09:00"), card("10:00")], [post("09:10")], { now }))).toEqual([
    "09:00",
    "(09:10)",
    "now",
    "10:00",
  ]);
  expect(said(inOrder([], [], { now }))).toEqual(["now"]);
});
