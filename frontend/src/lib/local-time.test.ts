import { expect, test } from "vitest";
import { isSkipped, startOfDay, toInstant, toLocal } from "./local-time";

test("a Brussels morning is an hour earlier in UTC in winter and two in summer", () => {
  expect(toInstant("2026-11-24T09:00", "Europe/Brussels")).toBe("2026-11-24T08:00:00.000Z");
  expect(toInstant("2026-07-24T09:00", "Europe/Brussels")).toBe("2026-07-24T07:00:00.000Z");
  expect(toLocal("2026-11-24T08:00:00Z", "Europe/Brussels")).toBe("2026-11-24T09:00");
});

test("the hour skipped in spring moves forward and is known as skipped", () => {
  expect(toInstant("2027-03-28T02:30", "Europe/Brussels")).toBe("2027-03-28T01:30:00.000Z");
  expect(isSkipped("2027-03-28T02:30", "Europe/Brussels")).toBe(true);
  expect(isSkipped("2027-03-28T03:30", "Europe/Brussels")).toBe(false);
});

test("the hour doubled in autumn is the first of the two", () => {
  expect(toInstant("2026-10-25T02:30", "Europe/Brussels")).toBe("2026-10-25T00:30:00.000Z");
});

test("a day starts at its usual hour, and today, when that has passed, about an hour from now", () => {
  const now = new Date("2026-11-23T09:20:00Z");
  expect(startOfDay("2026-11-24", "09:00", "Europe/Brussels", now)).toBe("09:00");
  expect(startOfDay("2026-11-23", "09:00", "Europe/Brussels", now)).toBe("11:15");
  expect(startOfDay("2026-11-23", "18:30", "Europe/Brussels", now)).toBe("18:30");
});
