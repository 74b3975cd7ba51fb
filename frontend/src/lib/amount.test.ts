import { expect, test } from "vitest";
import { parseAmount, percentOf, writeAmount } from "./amount";

test("amounts are understood as people of all four languages write them", () => {
  for (const text of ["1 234,50", "1.234,50", "1,234.50", "1234.5", "€ 1 234,50", "1\u202f234,50 €", "1'234.50"]) {
    expect(parseAmount(text), text).toBe(123_450);
  }
  expect(parseAmount("2400")).toBe(240_000);
  expect(parseAmount("0,5")).toBe(50);
});

test("three figures after the only sign are thousands", () => {
  expect(parseAmount("1.234")).toBe(123_400);
  expect(parseAmount("12,345")).toBe(1_234_500);
  expect(parseAmount("1.234.567")).toBe(123_456_700);
});

test("what is no amount is refused, not guessed", () => {
  for (const text of ["", "abc", "-5", "1,2345", "0,500", "1.23.4", "12.34,567", "1,23,456.00"]) {
    expect(parseAmount(text), text).toBeNull();
  }
});

test("cents are written back as they would be typed", () => {
  expect(writeAmount(123_450)).toBe("1234,50");
  expect(writeAmount(240_000)).toBe("2400");
  expect(parseAmount(writeAmount(7))).toBe(7);
});

test("VAT is rounded half to even", () => {
  expect(percentOf(240_000, 21)).toBe(50_400);
  expect(percentOf(50, 5)).toBe(2);
  expect(percentOf(150, 5)).toBe(8);
  expect(percentOf(1_000, 5.5)).toBe(55);
});
