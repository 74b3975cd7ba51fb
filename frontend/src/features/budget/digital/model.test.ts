import { describe, expect, it } from "vitest";
import { gained, minutesIn, type Point, spentUntil, stepOf } from "./model";

const share = (all: number, permille: number | null) => ({
  digital_cents: 0,
  all_cents: all,
  permille,
  short_cents: 0,
});
const point = (month: string, all: number): Point => ({
  month,
  alone: share(all, all ? 500 : null),
  soFar: share(all, all ? 500 : null),
});

describe("the trend", () => {
  it("ends with the last month in which something was spent, and keeps the gaps before", () => {
    const found = [point("2026-01", 1), point("2026-02", 0), point("2026-03", 5), point("2026-04", 0)];
    expect(spentUntil(found).map(({ month }) => month)).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(spentUntil([point("2026-01", 0)])).toEqual([]);
  });
});

describe("the slider", () => {
  it("moves in round steps, fewer than two hundred", () => {
    expect(stepOf(5_000_00)).toBe(100_00);
    expect(stepOf(150_000_00)).toBe(1_000_00);
    expect(stepOf(0)).toBe(100_00);
  });
});

describe("what a move gains", () => {
  it("is the difference, and nothing when there was nothing to share out", () => {
    expect(gained(share(1, 400), share(1, 455))).toBe(55);
    expect(gained(share(0, null), share(1, 455))).toBeNull();
  });
});

describe("hours as people write them", () => {
  it("reads them with a comma, a point or a colon", () => {
    expect(["7", "7,5", "7.25", "7:30", "7h30", " 120 "].map(minutesIn)).toEqual([420, 450, 435, 450, 450, 7200]);
  });
  it("takes nothing else", () => {
    expect(["", "seven", "7:75", "-2", "1:2:3"].map(minutesIn)).toEqual([null, null, null, null, null]);
  });
});
