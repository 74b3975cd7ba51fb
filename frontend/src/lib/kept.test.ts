import { describe, expect, it } from "vitest";
import { fits, KEPT_BYTES, KEPT_MS, type Note, noteOf, sorted } from "./kept";

const note = (key: string, more: Partial<Note> = {}): Note => ({
  key,
  person: "me",
  organisation: "ours",
  folder: "",
  place: "",
  name: `${key}.png`,
  size: 100,
  at: 1000,
  hasFile: true,
  ...more,
});
const keys = (notes: Note[]) => notes.map(({ key }) => key);

describe("unfinished uploads", () => {
  it("go on for who began them, in their organisation, for a day", () => {
    const notes = [
      note("a"),
      note("other organisation", { organisation: "theirs" }),
      note("other person", { person: "them" }),
      note("old", { at: 1000 - KEPT_MS }),
    ];
    const { mine, over } = sorted(notes, { person: "me", organisation: "ours", place: "", now: 1000 });
    expect(keys(mine)).toEqual(["a"]);
    expect(keys(over)).toEqual(["other person", "old"]);
  });

  it("go on where they were begun: in the library, or in one post", () => {
    const notes = [note("a"), note("b", { place: "new" }), note("c", { place: "post-1" })];
    const at = (place: string) => keys(sorted(notes, { person: "me", organisation: "ours", place, now: 1000 }).mine);
    expect([at(""), at("new"), at("post-1"), at("post-2")]).toEqual([["a"], ["b"], ["c"], []]);
  });

  it("are kept up to a sum, of which those without bytes take nothing", () => {
    expect(fits([note("a", { size: KEPT_BYTES - 10 })], 10)).toBe(true);
    expect(fits([note("a", { size: KEPT_BYTES - 10 })], 11)).toBe(false);
    expect(fits([note("a", { size: KEPT_BYTES, hasFile: false })], 11)).toBe(true);
  });

  it("know their file by name and size", () => {
    expect(noteOf([note("a")], { name: "a.png", size: 100 })?.key).toBe("a");
    expect(noteOf([note("a")], { name: "a.png", size: 101 })).toBeUndefined();
  });
});
