import { expect, test } from "vitest";
import { type Plan, plansOf, timeOf, withText, withTime } from "./model";

const proposal = {
  label: "1",
  notes: [],
  versions: [
    { language: "fr", segments: ["Un", "deux"] },
    { language: "nl", segments: ["Een"] },
  ],
  placements: [
    { channel: "a", local_time: "" },
    { channel: "b", local_time: "2026-11-24T09:00" },
  ],
} as unknown as Plan;

test("a plan is taken until somebody leaves it out, and keeps a thread's other parts", () => {
  const [plan] = plansOf([proposal]);
  if (!plan) throw new Error("no plan");
  expect(plan.isTaken).toBe(true);
  expect(withText(plan, "fr", "Trois").versions.map(({ segments }) => segments)).toEqual([["Trois", "deux"], ["Een"]]);
});

test("all places of a plan share the time that is chosen", () => {
  expect(timeOf(proposal)).toBe("2026-11-24T09:00");
  expect(
    withTime(proposal, "2026-11-25T10:00").placements.every(({ local_time }) => local_time === "2026-11-25T10:00"),
  ).toBe(true);
});
