import { expect, test } from "vitest";
import { columns, costOf, forbiddenOf, grouped, type Line, type Month, type Period, periodOn, ticks } from "./model";

const period = (id: string, starts_on: string, ends_on: string) => ({ id, starts_on, ends_on }) as Period;

test("the period of today is shown, else the newest", () => {
  const periods = [period("2027", "2027-01-01", "2027-12-31"), period("2026", "2026-01-01", "2026-12-31")];
  expect(periodOn(periods, "2026-11-24")?.id).toBe("2026");
  expect(periodOn(periods, "2031-01-01")?.id).toBe("2027");
  expect(periodOn([], "2026-11-24")).toBeUndefined();
});

test("an amount costs its VAT too, unless that is recovered", () => {
  expect(costOf({ net_cents: 100_000, vat_cents: 21_000 }, false)).toBe(121_000);
  expect(costOf({ net_cents: 100_000, vat_cents: 21_000 }, true)).toBe(100_000);
});

test("lines stand in two groups by whether they buy an audience", () => {
  const lines = [{ id: "a", is_paid_media: true } as Line, { id: "b", is_paid_media: false } as Line];
  expect(grouped(lines).paid.map(({ id }) => id)).toEqual(["a"]);
  expect(grouped(lines).others.map(({ id }) => id)).toEqual(["b"]);
});

test("a chart has few, round lines that reach the top", () => {
  expect(ticks(1_958_000)).toEqual([0, 1_000_000, 2_000_000]);
  expect(ticks(90)).toEqual([0, 50, 100]);
  expect(ticks(0)).toEqual([0, 1]);
  for (const most of [7, 33, 1_264_000, 999_999, 12_345_678]) expect(ticks(most).at(-1)).toBeGreaterThanOrEqual(most);
});

test("a month is cut into digital and other", () => {
  const share = { digital_cents: 30, all_cents: 100, permille: 300, short_cents: 20 };
  const month: Month = { month: "2026-11", spent_cents: 100, shares: { paid_media: share, full_cost: share } };
  expect(columns([month], "paid_media")).toEqual([{ month: "2026-11", digital: 30, other: 70, permille: 300 }]);
});

test("a refusal to buy reach carries its rule and what is lawful instead", () => {
  const found = forbiddenOf({
    problem: "reach-cannot-be-bought",
    message: "…",
    params: { platform: "Meta", rule: "meta-eu", since: "2025-10-06", source: "Meta" },
    body: { rule_url: "https://x.example", alternatives: ["press_online"] },
  });
  expect(found).toMatchObject({ platform: "Meta", since: "2025-10-06", alternatives: ["press_online"] });
  expect(forbiddenOf({ problem: "not-valid", message: "", params: {}, body: {} })).toBeUndefined();
});
