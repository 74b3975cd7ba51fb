import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fill, keysIn, type Named, readable } from "./fills";

interface Vector {
  text: string;
  network: string;
  by_handle: boolean;
  filled: string;
}
const data: { contacts: Record<string, Named>; values: Record<string, string>; vectors: Vector[] } = JSON.parse(
  readFileSync("../tests/data/fills.json", "utf8"),
);
const contacts = new Map(Object.entries(data.contacts));

describe("fill", () => {
  it.each(data.vectors)("$network: $text", ({ text, network, by_handle, filled }) => {
    expect(fill(text, { network, byHandle: by_handle, values: data.values, contacts })).toBe(filled);
  });
  it("does not take what every object has for a value", () => {
    expect(fill("{constructor}", { network: "x", byHandle: true, values: {}, contacts })).toBe("{constructor}");
  });
  it("reads without braces at a glance", () => {
    expect(readable("À {Section} avec {@greens}, \\{city}")).toBe("À [section] avec @greens, {city}");
  });
  it("names what is open once", () => {
    expect(keysIn(["{section} {Section} {@greens} \\{city}"])).toEqual(["section", "@greens"]);
  });
});
