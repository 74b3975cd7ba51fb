import { expect, test } from "vitest";
import { partSlot } from "../slots";
import { areShown, byDay, countOf, firstLine, inSlot, type OutsidePost } from "./model";

const post = (change: Partial<OutsidePost>): OutsidePost => ({
  id: "1",
  channel: "a",
  network: "facebook",
  posted_at: "2026-11-24T08:00:00Z",
  local_time: "2026-11-24T09:00",
  text: "",
  permalink: "",
  pictures: 0,
  is_edited: false,
  gone_at: null,
  ...change,
});

test("posts stand on the day of the organisation's clock, those of other channels are left out", () => {
  const days = byDay([post({}), post({ id: "2", channel: "b" })], { channel: "a" });
  expect([...days.keys()]).toEqual(["2026-11-24"]);
  expect(days.get("2026-11-24")).toHaveLength(1);
});

test("a filter by what only our posts have hides them", () => {
  expect(areShown({})).toBe(true);
  expect(areShown({ channel: "a", q: "rent" })).toBe(true);
  expect(areShown({ campaign: "c" })).toBe(false);
  expect(areShown({ elsewhere: "no" })).toBe(false);
});

test("a post is in the part of the day of its time, and one that is gone does not count", () => {
  const posts = [post({}), post({ id: "2", local_time: "2026-11-24T19:30", gone_at: "2026-11-25T08:00:00Z" })];
  expect(inSlot(posts, partSlot("2026-11-24", "evening"))).toHaveLength(1);
  expect(countOf(posts)).toBe(1);
});

test("the first line that says something", () => {
  expect(firstLine(post({ text: "\n  \n Bonjour \nà tous" }))).toBe("Bonjour");
});
