import { describe, expect, it, vi } from "vitest";
import { between, createSelection } from "./selection";

describe("a selection", () => {
  it("begins with the first post that is chosen and ends empty", () => {
    const selection = createSelection();
    selection.toggle("a");
    expect([selection.isOn(), selection.has("a")]).toEqual([true, true]);
    selection.end();
    expect([selection.isOn(), selection.ids().size]).toEqual([false, 0]);
  });
  it("goes on when the last one is let go of", () => {
    const selection = createSelection();
    selection.toggle("a");
    selection.toggle("a");
    expect([selection.isOn(), selection.ids().size]).toEqual([true, 0]);
  });
  it("keeps only what is still there, and says nothing when that is all", () => {
    const selection = createSelection();
    selection.add(["a", "b"]);
    const heard = vi.fn();
    selection.subscribe(heard);
    selection.keep(new Set(["a", "b", "c"]));
    expect(heard).not.toHaveBeenCalled();
    selection.keep(new Set(["b"]));
    expect([...selection.ids()]).toEqual(["b"]);
  });
  it("takes all between two, in either direction, each post once", () => {
    const order = ["a", "b", "b", "c", "d"];
    expect(between(order, "a", "c")).toEqual(["a", "b", "c"]);
    expect(between(order, "d", "b")).toEqual(["b", "c", "d"]);
    expect(between(order, "gone", "d")).toEqual(["d"]);
  });
});
