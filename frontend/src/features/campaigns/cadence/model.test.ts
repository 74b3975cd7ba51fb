import { expect, test } from "vitest";
import { missing, type Row, totals } from "./model";

const row = (target: number, planned: number, outside = 0): Row =>
  ({ target, weeks: [{ planned, scheduled: 0, published: 0, outside }] }) as unknown as Row;

test("what a channel has too much makes up for no other, and posts made outside count", () => {
  expect(missing([row(5, 9), row(5, 2), row(5, 3, 1)], 0)).toBe(4);
});

test("weeks are added up over the channels", () => {
  expect(totals([row(5, 9), row(5, 2, 3)], 1)).toEqual([{ planned: 11, scheduled: 0, published: 0, outside: 3 }]);
});
