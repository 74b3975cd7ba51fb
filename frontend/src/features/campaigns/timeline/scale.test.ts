import { expect, test } from "vitest";
import { hasRoom, lanes, placeOf, spanOf, stretchOf, ticksOf, turned } from "./scale";

test("a stretch is whole months with today in sight", () => {
  expect(stretchOf("quarter", "2026-11-26")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(stretchOf("year", "2026-11-26")).toEqual({ from: "2026-08-01", to: "2027-07-31" });
  expect(stretchOf("years", "2026-11-26")).toEqual({ from: "2026-05-01", to: "2030-04-30" });
});

test("a page on is a month, a quarter or a year", () => {
  expect(turned("quarter", "2026-11-26", 1)).toBe("2026-12-26");
  expect(turned("year", "2026-11-26", -1)).toBe("2026-08-26");
  expect(turned("years", "2026-11-26", 1)).toBe("2027-11-26");
});

test("what begins before and ends after is cut and says so", () => {
  const stretch = { from: "2026-01-01", to: "2026-12-31" };
  expect(spanOf("2025-06-01", "2027-06-01", stretch)).toEqual({
    left: 0,
    width: 100,
    isCutLeft: true,
    isCutRight: true,
  });
  expect(spanOf("2027-01-01", "2027-02-01", stretch)).toBeNull();
  expect(spanOf("2025-01-01", "2025-12-31", stretch)).toBeNull();
  expect(spanOf(null, "2026-12-31", stretch)).toMatchObject({
    left: 0,
    width: 100,
    isCutLeft: true,
    isCutRight: false,
  });
  expect(placeOf("2026-07-02", stretch)).toBeCloseTo(49.86, 1);
});

test("months are marked, quarters over four years, and the year where it begins", () => {
  expect(ticksOf("quarter", stretchOf("quarter", "2026-11-26")).map(({ day }) => day)).toEqual([
    "2026-10-01",
    "2026-11-01",
    "2026-12-01",
  ]);
  expect(ticksOf("years", stretchOf("years", "2026-11-26"))[0]).toMatchObject({ day: "2026-07-01", isYear: false });
  expect(ticksOf("years", stretchOf("years", "2026-11-26")).filter(({ isYear }) => isYear)).toHaveLength(4);
});

test("things that overlap lie on rows of their own, others share one", () => {
  const span = (left: number, width: number) => ({ left, width, isCutLeft: false, isCutRight: false });
  const spans = { a: span(0, 40), b: span(20, 30), c: span(50, 10) };
  const rows = lanes(["a", "b", "c"] as const, (name) => spans[name]);
  expect(rows.map((row) => row.map(({ item }) => item))).toEqual([["a", "c"], ["b"]]);
});

test("a name that would run into the next one is not drawn", () => {
  const year = stretchOf("year", "2026-11-26");
  const days = [{ day: "2026-11-26" }, { day: "2026-12-04" }, { day: "2027-03-08" }];
  expect(days.map((_, index) => hasRoom(days, index, year))).toEqual([false, true, true]);
});
