import { expect, test } from "vitest";
import { firstChoice, isLeft, isUnderWay, type OnlineChannel, sameTexts, type TakeBackChannel } from "./model";

const channel = (more: Partial<OnlineChannel> = {}): OnlineChannel => ({
  delivery: "d1",
  placement: "p1",
  channel: "c1",
  channel_name: "Demain",
  network: "facebook",
  permalink: "https://facebook.example/1",
  languages: ["fr"],
  published_at: null,
  text: "Jeudi 3",
  text_max: 63206,
  parts: 1,
  can_take_down: true,
  can_correct: true,
  why_not_down: "",
  why_not_correct: "",
  assigned: "u1",
  under_way: "",
  under_way_state: "",
  ...more,
});

test("everything comes down, and what can be corrected from here is corrected", () => {
  const byHand = channel({ can_take_down: false, can_correct: false });
  expect(firstChoice("down", byHand).isChosen).toBe(true);
  expect(firstChoice("correct", byHand).isChosen).toBe(false);
  expect(firstChoice("correct", channel()).isChosen).toBe(true);
});

test("what is asked for already is not asked again, what was refused may be", () => {
  expect(isUnderWay("down", channel({ under_way: "down", under_way_state: "by_hand" }))).toBe(true);
  expect(isUnderWay("down", channel({ under_way: "down", under_way_state: "refused" }))).toBe(false);
  expect(isUnderWay("down", channel({ under_way: "correct", under_way_state: "asked" }))).toBe(false);
  expect(isUnderWay("correct", channel({ under_way: "down", under_way_state: "waiting" }))).toBe(true);
});

test("a text that stands on two channels is written once, within the shorter limit", () => {
  const same = sameTexts([
    channel(),
    channel({ delivery: "d2", text_max: 280 }),
    channel({ delivery: "d3", text: "x" }),
  ]);
  expect(same.map(({ max, channels }) => [max, channels.length])).toEqual([
    [280, 2],
    [63206, 1],
  ]);
});

test("a channel that waits needs nobody until somebody was asked", () => {
  const of = (state: string, is_told = false) => ({ state, is_told }) as TakeBackChannel;
  expect([isLeft(of("waiting")), isLeft(of("waiting", true)), isLeft(of("by_hand"))]).toEqual([false, true, true]);
});
