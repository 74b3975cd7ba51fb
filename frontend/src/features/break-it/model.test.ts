import { describe, expect, it } from "vitest";
import { tally, verdictOf } from "./model";
import type { Experiment, Stands } from "./queries";

const seen = (stands: Stands[], more: Partial<Experiment> = {}): Experiment =>
  ({
    planned: stands.length,
    lost: 0,
    doubled: 0,
    posts: stands.map((one, at) => ({ number: at + 1, network: "facebook", planned_at: "", stands: one })),
    ...more,
  }) as Experiment;

describe("the comparison", () => {
  it("adds up to what is planned", () => {
    const sums = tally(seen(["online", "online", "looking", "planned"]).posts);
    expect(sums).toMatchObject({ online: 2, looking: 1, planned: 1, lost: 0 });
    expect(Object.values(sums).reduce((a, b) => a + b)).toBe(4);
  });

  it("is whole only when everything stands on the wall", () => {
    expect(verdictOf(seen([]))).toBe("idle");
    expect(verdictOf(seen(["online", "waiting"]))).toBe("running");
    expect(verdictOf(seen(["online", "person"]))).toBe("asks");
    expect(verdictOf(seen(["online", "online"]))).toBe("whole");
  });

  it("hides neither a loss nor a double", () => {
    expect(verdictOf(seen(["online", "lost"], { lost: 1 }))).toBe("broken");
    expect(verdictOf(seen(["doubled", "planned"], { doubled: 1 }))).toBe("broken");
  });
});
