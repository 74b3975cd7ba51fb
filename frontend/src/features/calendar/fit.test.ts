import { describe, expect, it } from "vitest";
import { fitted, mouseHeights as heights, rowHeights, wholeRows } from "./fit";

describe("cards in a cell", () => {
  it("are drawn as large as all of them fit", () => {
    expect(fitted(2, 170, heights)).toEqual({ size: "full", shown: 2 });
    expect(fitted(3, 170, heights)).toEqual({ size: "short", shown: 3 });
    expect(fitted(5, 170, heights)).toEqual({ size: "line", shown: 5 });
  });
  it("leave the last line to +N when even lines are too many", () => {
    expect(fitted(10, 170, heights)).toEqual({ size: "line", shown: 5 });
    expect(fitted(3, 40, heights)).toEqual({ size: "line", shown: 0 });
  });
  it("need nothing when there are none", () => expect(fitted(0, 0, heights).shown).toBe(0));
});

describe("whole rows", () => {
  it("are as high as their fullest cell needs", () => {
    const [few = 0, many = 0] = wholeRows([0, 3], heights, 72);
    expect(few).toBe(72);
    expect(fitted(3, many, heights)).toEqual({ size: "full", shown: 3 });
    expect(fitted(3, many - 1, heights).size).toBe("short");
  });
});

describe("rows", () => {
  const sum = (rows: number[]) => Math.round(rows.reduce((a, b) => a + b, 0));
  it("fill the window", () => {
    expect(sum(rowHeights([1, 1, 1, 1], 700, heights, 72))).toBe(700);
    expect(sum(rowHeights([7, 5, 9, 2], 680, heights, 72))).toBe(680);
    expect(sum(rowHeights([40, 5, 30, 2], 680, heights, 72))).toBe(680);
  });
  it("give most to the fullest", () => {
    const [morning = 0, , afternoon = 0, evening = 0] = rowHeights([7, 5, 9, 2], 680, heights, 72);
    expect(afternoon).toBeGreaterThan(morning);
    expect(evening).toBeGreaterThanOrEqual(72);
    expect(fitted(9, afternoon, heights).shown).toBe(9);
  });
  it("never sink below the least", () => {
    for (const row of rowHeights([60, 0, 60, 0], 400, heights, 72)) expect(row).toBeGreaterThanOrEqual(72);
  });
});
