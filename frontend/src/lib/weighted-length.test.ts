import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { graphemes, weightedLength } from "./weighted-length";

interface Vector {
  text: string;
  length: number;
}
/** Shared with the server's tests, so that both sides count alike. */
const vectors: Vector[] = JSON.parse(readFileSync("../tests/data/weighted_length.json", "utf8"));

describe("X's length", () => {
  test.each(vectors)("$text", ({ text, length }) => {
    expect(weightedLength(text)).toBe(length);
  });

  test("an address keeps its 23 in brackets and before a full stop", () => {
    expect(weightedLength("(https://example.org/a_(b)).")).toBe(26);
    expect(weightedLength("Lire example.org/a, puis voter.")).toBe(5 + 23 + 13);
  });

  test("a word of dots is counted at once", () => {
    const started = performance.now();
    expect(weightedLength("a.".repeat(1999))).toBe(3998);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test("a family is one sign", () => {
  expect(graphemes("é👨‍👩‍👧!")).toBe(3);
});
