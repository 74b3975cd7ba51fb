import { describe, expect, it } from "vitest";
import { cardsOf, type Placed } from "~/lib/cards";
import { toInstant } from "~/lib/local-time";
import { preview, shifted } from "./shift";

const zone = "Europe/Brussels";
const placed = (id: string, post: string, local: string, state = "scheduled") =>
  ({
    id,
    post,
    network: "facebook",
    languages: ["fr"],
    planned_at: toInstant(local, zone),
    local_time: local,
    zone,
    state,
    first_line: "",
    asset: null,
    campaign: null,
    author: null,
  }) as Placed;
const at = (local: string) => Date.parse(toInstant(local, zone));

describe("a shift", () => {
  it("keeps the clock time over both change nights", () => {
    expect(shifted("2026-10-24T09:00", { days: 1, hours: 0 })).toBe("2026-10-25T09:00");
    expect(shifted("2027-03-27T09:00", { days: 1, hours: 0 })).toBe("2027-03-28T09:00");
  });
  it("counts hours by the clock, over midnight too", () => {
    expect(shifted("2026-11-24T23:30", { days: 0, hours: 2 })).toBe("2026-11-25T01:30");
    expect(shifted("2026-11-24T00:15", { days: 0, hours: -1 })).toBe("2026-11-23T23:15");
    expect(shifted("2026-12-31T22:05", { days: -7, hours: 3 })).toBe("2026-12-25T01:05");
  });
});

describe("its preview", () => {
  const now = at("2026-11-25T12:00");
  const see = (placements: Placed[], days: number, hours = 0) => preview(cardsOf(placements), { days, hours }, now);

  it("counts posts, not cards", () =>
    expect(see([placed("1", "a", "2026-11-26T09:00"), placed("2", "a", "2026-11-26T18:00")], 1).going).toBe(1));
  it("says what would land in the past, and keeps the whole post for it", () => {
    const found = see([placed("1", "a", "2026-11-26T09:00"), placed("2", "a", "2026-11-28T18:00")], -1);
    expect([found.past.length, found.going]).toEqual([1, 0]);
  });
  it("says what would fall into the hour that does not exist", () => {
    const found = see([placed("1", "a", "2027-03-27T02:30"), placed("2", "b", "2027-03-27T04:00")], 1);
    expect([found.skipped.map(({ post }) => post), found.going]).toEqual([["a"], 1]);
  });
  it("leaves what has gone out", () => {
    const found = see([placed("1", "a", "2026-11-24T09:00", "published"), placed("2", "b", "2026-11-28T09:00")], 1);
    expect([found.left.length, found.going]).toEqual([1, 1]);
  });
});
