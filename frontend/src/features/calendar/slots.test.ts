import { describe, expect, it } from "vitest";
import { daySlot, dropTime, hourSlot, isOver, newTime, nextQuarter, partOf, partSlot } from "./slots";

const zone = "Europe/Brussels";
const now = "2026-11-25T14:32";
const drop = (from: string, slot: ReturnType<typeof daySlot>) => dropTime({ from, slot, now, zone });

describe("a drop", () => {
  it("keeps the clock time where the slot allows it", () => {
    expect(drop("2026-11-25T16:20", partSlot("2026-11-27", "afternoon"))).toBe("2026-11-27T16:20");
    expect(drop("2026-11-25T16:20", daySlot("2026-11-30"))).toBe("2026-11-30T16:20");
  });
  it("takes the slot's own start elsewhere", () =>
    expect(drop("2026-11-25T16:20", partSlot("2026-11-27", "morning"))).toBe("2026-11-27T09:00"));
  it("keeps the minutes within an hour", () =>
    expect(drop("2026-11-25T16:20", hourSlot("2026-11-27", 8))).toBe("2026-11-27T08:20"));
  it("takes the next quarter where the rest of a part is still to come", () => {
    expect(drop("2026-11-27T09:00", partSlot("2026-11-25", "afternoon"))).toBe("2026-11-25T16:00");
    expect(
      dropTime({ from: "2026-11-27T09:00", slot: partSlot("2026-11-25", "afternoon"), now: "2026-11-25T16:40", zone }),
    ).toBe("2026-11-25T16:45");
  });
  it("is refused in the past", () => {
    expect(drop("2026-11-27T09:00", partSlot("2026-11-25", "morning"))).toBeNull();
    expect(drop("2026-11-27T09:00", daySlot("2026-11-24"))).toBeNull();
    expect(drop("2026-11-27T09:00", daySlot("2026-11-25"))).toBeNull();
  });
  it("is refused in the hour a spring night skips", () =>
    expect(drop("2027-03-27T02:30", daySlot("2027-03-28"))).toBeNull());
});

describe("a slot", () => {
  it("belongs to a part of the day", () => {
    expect(partOf("2026-11-25T10:59")).toBe("morning");
    expect(partOf("2026-11-25T11:00")).toBe("midday");
    expect(partOf("2026-11-25T23:59")).toBe("evening");
  });
  it("is over when its last minute is", () => {
    expect(isOver(partSlot("2026-11-25", "midday"), now)).toBe(true);
    expect(isOver(partSlot("2026-11-25", "afternoon"), now)).toBe(false);
    expect(isOver(partSlot("2026-11-25", "evening"), "2026-11-26T00:00")).toBe(true);
  });
  it("gives a new post its usual hour, never one that has passed", () => {
    expect(newTime(partSlot("2026-11-26", "morning"), now)).toBe("2026-11-26T09:00");
    expect(newTime(daySlot("2026-11-25"), now)).toBe("2026-11-25T14:45");
    expect(newTime(partSlot("2026-11-25", "morning"), now)).toBeNull();
  });
  it("finds the next quarter, also at midnight", () => {
    expect(nextQuarter("2026-11-25T14:40")).toBe("2026-11-25T14:45");
    expect(nextQuarter("2026-11-25T14:41")).toBe("2026-11-25T15:00");
    expect(nextQuarter("2026-12-31T23:50")).toBe("2027-01-01T00:00");
  });
});
