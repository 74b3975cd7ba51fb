import { describe, expect, it } from "vitest";
import type { PostCard } from "~/lib/cards";
import { breaking, periodOn, repairs, timeline } from "./model";

const card = (hour: number) =>
  ({ key: String(hour), at: `2026-11-25T${String(hour).padStart(2, "0")}:00:00Z` }) as PostCard;
const hours = (cards: readonly PostCard[]) => cards.map(({ key }) => Number(key));

describe("today", () => {
  const now = Date.parse("2026-11-25T13:32:00Z");
  it("folds away what went out long ago and keeps the last ones", () => {
    const { folded, gone, ahead } = timeline([6, 7, 8, 9, 10, 15, 18].map(card), now);
    expect([hours(folded), hours(gone), hours(ahead)]).toEqual([
      [6, 7],
      [8, 9, 10],
      [15, 18],
    ]);
  });
  it("folds nothing for the sake of one", () => {
    const { folded, gone, ahead } = timeline([6, 7, 8, 9].map(card), now);
    expect([folded.length, gone.length, ahead.length]).toEqual([0, 4, 0]);
  });
});

describe("channels that will break", () => {
  const channel = (name: string, state: string, days_left: number | null, problem: unknown = null) => ({
    name,
    state,
    days_left,
    problem,
  });
  it("are those with a problem, then those whose sign-in ends first", () => {
    const all = [
      channel("fine", "connected", null),
      channel("later", "connected", 40),
      channel("soon", "connected", 9),
      channel("sooner", "connected", 2),
      channel("lost", "sign_in_lost", null, { code: "x" }),
      channel("paused", "paused", null),
    ];
    expect(breaking(all).map(({ name }) => name)).toEqual(["lost", "sooner", "soon"]);
  });
});

describe("the period", () => {
  const year = (y: number) => ({ starts_on: `${y}-01-01`, ends_on: `${y}-12-31` });
  it("is the one of that day, else the one that began last", () => {
    expect(periodOn([year(2027), year(2026), year(2025)], "2026-11-25")).toEqual(year(2026));
    expect(periodOn([year(2024), year(2023)], "2026-11-25")).toEqual(year(2024));
    expect(periodOn([], "2026-11-25")).toBeUndefined();
  });
});

describe("repairs", () => {
  it("send nothing blindly that may be online", () => {
    expect(repairs("failed")).toEqual({ look: false, retry: true, release: false, drop: true });
    expect(repairs("needs_look")).toEqual({ look: true, retry: false, release: false, drop: false });
    expect(repairs("held").release).toBe(true);
    expect(repairs("waits")).toEqual({ look: false, retry: false, release: false, drop: false });
  });
});
