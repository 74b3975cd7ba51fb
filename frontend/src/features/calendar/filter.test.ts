import { describe, expect, it } from "vitest";
import type { Placed } from "~/lib/cards";
import { isAskedAgain } from "./asked-again";
import { chosen, filterCount, filtered, NO_CAMPAIGN, toggled } from "./filter";
import { daysIn, turned } from "./period";
import { calendarSearch } from "./search";

const placed = (id: string, more: Partial<Placed>) =>
  ({ id, state: "scheduled", languages: ["fr"], channel: "fb", campaign: null, ...more }) as Placed;
const all = [
  placed("1", {}),
  placed("2", { languages: ["fr", "nl"], campaign: "rent" }),
  placed("3", { state: "needs_look", channel: "x", author: "jef" }),
];
const ids = (search: object) => filtered(all, search).map(({ id }) => id);

describe("filters", () => {
  it("leave everything while none is set", () => expect(ids({})).toEqual(["1", "2", "3"]));
  it("take any value of one kind and all kinds together", () => {
    expect(ids({ channel: "fb,x" })).toEqual(["1", "2", "3"]);
    expect(ids({ language: "nl" })).toEqual(["2"]);
    expect(ids({ campaign: NO_CAMPAIGN, channel: "fb" })).toEqual(["1"]);
    expect(ids({ author: "jef,ana" })).toEqual(["3"]);
    expect(ids({ state: "wrong" })).toEqual(["3"]);
  });
  it("find nothing for a state nobody knows, instead of everything", () => expect(ids({ state: "odd" })).toEqual([]));
  it("switch on and off", () => {
    const on = toggled({ channel: "a" }, "channel", "b");
    expect(chosen(on, "channel")).toEqual(["a", "b"]);
    expect(toggled(toggled(on, "channel", "a"), "channel", "b").channel).toBeUndefined();
    expect(filterCount({ ...on, q: "rent" })).toBe(3);
  });
});

describe("the address", () => {
  it("never breaks the screen", () =>
    expect(calendarSearch({ view: "year", date: "2026-02-30", q: 2026, state: {} })).toEqual({
      view: undefined,
      date: undefined,
      q: "2026",
      state: undefined,
    }));
  it("turns pages by the size of the view", () => {
    expect(turned("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(turned("week", "2026-11-25", -1)).toBe("2026-11-18");
    expect(turned("day", "2026-11-30", 1)).toBe("2026-12-01");
    expect(daysIn("week", "2026-11-25")[0]).toBe("2026-11-23");
    expect(daysIn("agenda", "2026-11-25")).toHaveLength(14);
  });
});

describe("an approval", () => {
  const post = (state: string, id: string | null) => ({ state, approval: id ? { id } : null });
  it("is asked again when the post waits for another one after the move", () => {
    expect(isAskedAgain(post("approved", "first"), post("in_review", "second"))).toBe(true);
    expect(isAskedAgain(post("in_review", "first"), post("in_review", "second"))).toBe(true);
  });
  it("is not when it stands, or was never asked", () => {
    expect(isAskedAgain(post("approved", "first"), post("approved", "first"))).toBe(false);
    expect(isAskedAgain(post("in_review", "first"), post("in_review", "first"))).toBe(false);
    expect(isAskedAgain(post("draft", null), post("draft", null))).toBe(false);
  });
});
