import { expect, test } from "vitest";
import { byHorizon, type Campaign, elapsed, freshColour, phaseOf } from "./model";

const campaign = (fields: Partial<Campaign>) => ({ colour: "#0F766E", horizon: "short", ...fields }) as Campaign;

test("campaigns stand by horizon, short first, and an empty horizon stays in sight", () => {
  const found = byHorizon([campaign({ id: "a", horizon: "long" })]);
  expect(found.map(({ horizon, campaigns }) => [horizon, campaigns.length])).toEqual([
    ["short", 0],
    ["medium", 0],
    ["long", 1],
  ]);
});

test("a campaign knows where it stands on a day, its last day included", () => {
  const days = { starts_on: "2026-11-16", ends_on: "2026-12-10" };
  expect(phaseOf(days, "2026-11-15")).toBe("ahead");
  expect(phaseOf(days, "2026-12-10")).toBe("running");
  expect(phaseOf(days, "2026-12-11")).toBe("over");
  expect(phaseOf({ starts_on: null, ends_on: null }, "2026-12-11")).toBe("open");
});

test("how far it is counts from its first day to the end of its last", () => {
  expect(elapsed({ starts_on: "2026-11-01", ends_on: "2026-11-10" }, "2026-11-06")).toBe(0.5);
  expect(elapsed({ starts_on: "2026-11-01", ends_on: null }, "2026-11-06")).toBeNull();
  expect(elapsed({ starts_on: "2026-11-01", ends_on: "2026-11-10" }, "2027-01-01")).toBe(1);
});

test("a new campaign gets a colour nobody has", () => {
  expect(freshColour([campaign({ colour: "#0f766e" })])).toBe("#9D2B5B");
});
