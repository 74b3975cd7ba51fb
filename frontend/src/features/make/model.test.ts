import { describe, expect, it } from "vitest";
import { found } from "./model";

const templates = [
  { name: "Permanence", first_line: "Chaque samedi au marché" },
  { name: "Marché du samedi", first_line: "Venez nous voir" },
  { name: "Communiqué", first_line: "Notre position" },
];
const names = (query: string) => found(templates, query).map(({ name }) => name);

describe("finding a template", () => {
  it("shows all of them before anything is typed", () => {
    expect(names(" ")).toHaveLength(3);
  });
  it("puts a fitting name before fitting words", () => {
    expect(names("marché")).toEqual(["Marché du samedi", "Permanence"]);
  });
  it("leaves out what does not fit", () => {
    expect(names("zzz")).toEqual([]);
  });
});
