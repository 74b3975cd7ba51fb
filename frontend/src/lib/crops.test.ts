import { expect, test } from "vitest";
import { largest, partOf, ratioOf, shifted, zoomed, zoomOf } from "./crops";

test("the largest part of a ratio is in the middle, or near the point that must stay in view", () => {
  expect(largest(1, 2)).toEqual({ x: 250, y: 0, width: 500, height: 1000 });
  expect(largest(1, 0.5, { x: 500, y: 100 })).toEqual({ x: 0, y: 0, width: 1000, height: 500 });
});

test("a part never leaves the picture", () => {
  const part = largest(1, 2);
  expect(shifted(part, 900, 50)).toEqual({ x: 500, y: 0, width: 500, height: 1000 });
  expect(shifted(part, -900, 0).x).toBe(0);
});

test("zooming keeps the middle and the shape", () => {
  const part = zoomed(largest(1, 2), 2, 1, 2);
  expect(part).toEqual({ x: 375, y: 250, width: 250, height: 500 });
  expect(zoomOf(part, 1, 2)).toBe(2);
  expect(ratioOf(part, 2)).toBe("1:1");
  expect(partOf(part)).toBe("375.250.250.500");
});
