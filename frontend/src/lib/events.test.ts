import { expect, test } from "vitest";
import { isTouched } from "./events";

test("a delivery refreshes the calendar, not the budget", () => {
  expect(isTouched("delivery", "/api/calendar/")).toBe(true);
  expect(isTouched("delivery", "/api/posts/{id}/")).toBe(true);
  expect(isTouched("delivery", "/api/periods/")).toBe(false);
});

test("a kind nobody here knows refreshes everything but what never changes", () => {
  expect(isTouched("something-new", "/api/periods/")).toBe(true);
  expect(isTouched("something-new", "/api/networks/")).toBe(false);
});
