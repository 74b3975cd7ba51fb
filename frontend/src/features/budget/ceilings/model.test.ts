import { expect, it } from "vitest";
import { type Ceiling, inOrder, parts } from "./model";

const ceiling = (state: Ceiling["state"], spent = 0, committed = 0) =>
  ({ state, spent_cents: spent, committed_cents: committed, cap_cents: 100 }) as Ceiling;

it("shows what holds now first", () => {
  const found = inOrder([ceiling("over"), ceiling("ahead"), ceiling("running")]);
  expect(found.map(({ state }) => state)).toEqual(["running", "ahead", "over"]);
});

it("never draws more than the whole bar", () => {
  expect(parts(ceiling("running", 30, 20))).toEqual({ spent: 0.3, committed: 0.2 });
  expect(parts(ceiling("running", 130, 20))).toEqual({ spent: 1, committed: 0 });
});
