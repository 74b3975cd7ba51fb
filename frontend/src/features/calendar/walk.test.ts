import { describe, expect, it } from "vitest";
import { nearest } from "./walk";

const box = (left: number, top: number) => ({ left, top, width: 90, height: 40 });
// Two columns of two, and one far below the first.
const boxes = [box(0, 0), box(0, 50), box(100, 0), box(100, 50), box(0, 300)];

describe("an arrow key", () => {
  it("goes to the next card in its direction", () => {
    expect(nearest(boxes, 0, [0, 1])).toBe(1);
    expect(nearest(boxes, 0, [1, 0])).toBe(2);
    expect(nearest(boxes, 3, [-1, 0])).toBe(1);
    expect(nearest(boxes, 3, [0, -1])).toBe(2);
  });
  it("prefers straight ahead to near by", () => expect(nearest(boxes, 1, [0, 1])).toBe(4));
  it("stays where there is none", () => {
    expect(nearest(boxes, 4, [0, 1])).toBe(-1);
    expect(nearest(boxes, 2, [1, 0])).toBe(-1);
    expect(nearest(boxes, 99, [1, 0])).toBe(-1);
  });
});
