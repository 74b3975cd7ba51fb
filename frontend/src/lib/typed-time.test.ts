import { expect, test } from "vitest";
import { typedTime } from "./typed-time";

test.each([
  ["9:30", "09:30"],
  ["09:30", "09:30"],
  ["9h30", "09:30"],
  ["9u", "09:00"],
  ["930", "09:30"],
  ["1830", "18:30"],
  ["18", "18:00"],
  [" 7.05 ", "07:05"],
  ["24:00", null],
  ["9:7", null],
  ["soon", null],
])("%s is %s", (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});
