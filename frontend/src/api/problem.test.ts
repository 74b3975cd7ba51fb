import { expect, test } from "vitest";
import { asProblem, DEFECT, lostOnTheWay, Problem } from "./problem";

test("a refusal stays what it is", () => {
  const refusal = new Problem(409, "gone", "It is gone.");
  expect(asProblem(refusal)).toBe(refusal);
  expect(lostOnTheWay(refusal)).toBe(refusal);
});

test("a fault in the code is no lost connection", () => {
  const fault = new TypeError("Cannot read properties of undefined");
  expect(asProblem(fault).status).toBe(DEFECT);
  expect(asProblem(fault).message).not.toContain("connection");
});

test("a request without an answer is one, and so is a screen that did not arrive", () => {
  expect(lostOnTheWay(new TypeError("Failed to fetch")).status).toBe(0);
  expect(asProblem(new TypeError("Failed to fetch dynamically imported module: /assets/today.js")).status).toBe(0);
});
