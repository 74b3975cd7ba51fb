import { expect, test } from "vitest";
import { standingOf } from "./model";

test("an open invoice is late the day after it was due, a paid one never", () => {
  expect(standingOf({ state: "to_pay", due_on: "2026-11-25" }, "2026-11-26")).toBe("late");
  expect(standingOf({ state: "to_pay", due_on: "2026-11-26" }, "2026-11-26")).toBe("to_pay");
  expect(standingOf({ state: "paid", due_on: "2026-11-01" }, "2026-11-26")).toBe("paid");
  expect(standingOf({ state: "to_book", due_on: null }, "2026-11-26")).toBe("to_book");
});
