import { describe, expect, it } from "vitest";
import { addMonths, dayOf, daysFrom, mondayOf, spanOf, weekNumber, weeksOfMonth } from "./days";
import { isDay } from "./is-day";

describe("days", () => {
  it("begins a week on Monday", () => {
    expect(mondayOf("2026-11-25")).toBe("2026-11-23");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  });
  it("numbers weeks as ISO does, also where years meet", () => {
    expect(weekNumber("2026-11-25")).toBe(48);
    expect(weekNumber("2026-12-31")).toBe(53);
    expect(weekNumber("2027-01-01")).toBe(53);
    expect(weekNumber("2027-01-04")).toBe(1);
  });
  it("shows a month in whole weeks", () => {
    expect(weeksOfMonth("2026-11-25")).toHaveLength(42);
    expect(weeksOfMonth("2026-11-25")[0]).toBe("2026-10-26");
    expect(weeksOfMonth("2027-02-10")).toHaveLength(28);
  });
  it("keeps to the month's last day", () => expect(addMonths("2026-01-31", 1)).toBe("2026-02-28"));
  it("counts a day of 25 hours as one", () => {
    expect(spanOf("2026-10-25", 1, "Europe/Brussels")).toEqual({
      from: "2026-10-24T22:00:00.000Z",
      to: "2026-10-25T23:00:00.000Z",
    });
    expect(daysFrom("2026-10-24", 3)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  });
  it("knows which day it is elsewhere", () =>
    expect(dayOf("2026-11-24T23:30:00Z", "Europe/Brussels")).toBe("2026-11-25"));
  it("refuses days that do not exist", () => {
    expect(isDay("2026-02-28")).toBe(true);
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("yesterday")).toBe(false);
  });
});
