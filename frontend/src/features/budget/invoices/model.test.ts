import { expect, test } from "vitest";
import { standingOf } from "./model";

test("an open invoice is late the day after it was due, a paid one never", () => {
  expect(standingOf({ kind: "invoice", state: "to_pay", due_on: "2026-11-25" }, "2026-11-26")).toBe("late");
  expect(standingOf({ kind: "invoice", state: "to_pay", due_on: "2026-11-26" }, "2026-11-26")).toBe("to_pay");
  expect(standingOf({ kind: "invoice", state: "paid", due_on: "2026-11-01" }, "2026-11-26")).toBe("paid");
  expect(standingOf({ kind: "invoice", state: "to_book", due_on: null }, "2026-11-26")).toBe("to_book");
});

test("an invoice that credit notes took back is told from a credit note that is settled", () => {
  const credited = { state: "credited", due_on: "2026-11-01" };
  expect(standingOf({ kind: "invoice", ...credited }, "2026-11-26")).toBe("taken_back");
  expect(standingOf({ kind: "credit_note", ...credited }, "2026-11-26")).toBe("credited");
});
