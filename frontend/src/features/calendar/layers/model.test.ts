import { beforeEach, describe, expect, it } from "vitest";
import { byDay, type InLayer, layerNames, layersOn, packed, shown, switched } from "./model";

const item = (name: string, starts_on: string, ends_on = starts_on, layer: InLayer["layer"] = "own"): InLayer => ({
  layer,
  id: name,
  name,
  starts_on,
  ends_on,
  kind: "",
  communities: [],
  colour: "",
  campaign: null,
  note: "",
});
const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];

describe("layers", () => {
  beforeEach(() => localStorage.clear());

  it("are all on for whoever never chose, and as the address says before the browser", () => {
    expect(layersOn(undefined).size).toBe(layerNames.length);
    expect([...layersOn("own,nonsense", "public")]).toEqual(["own"]);
    expect([...layersOn(undefined, "public")]).toEqual(["public"]);
    expect(layersOn("none").size).toBe(0);
  });

  it("are remembered when switched", () => {
    expect(switched(new Set(["own"]), "own")).toBe("none");
    expect(layersOn(undefined).size).toBe(0);
    expect(switched(new Set(), "gaps")).toBe("gaps");
    expect([...layersOn(undefined)]).toEqual(["gaps"]);
  });

  it("tell a day that is off once", () => {
    const labour = { ...item("1 May", "2026-05-01", "2026-05-01", "shipped"), kind: "day_off" };
    const found = [item("Labour Day", "2026-05-01", "2026-05-01", "public"), labour];
    expect(shown(found, new Set(["public", "shipped"])).map((one) => one.name)).toEqual(["Labour Day"]);
    expect(shown(found, new Set(["shipped"])).map((one) => one.name)).toEqual(["1 May"]);
  });

  it("lie over every day they last", () => {
    const days = byDay([item("a", "2026-11-20", "2026-11-24")], week);
    expect(days.get("2026-11-24")).toHaveLength(1);
    expect(days.get("2026-11-25")).toHaveLength(0);
  });

  it("stand side by side where they can, and say what did not fit", () => {
    const found = [
      item("a", "2026-11-20", "2026-11-24"),
      item("b", "2026-11-24", "2026-11-26"),
      item("c", "2026-11-27"),
    ];
    expect(packed(found, week, 2).bands.map(({ item: { name }, from, to, row }) => [name, from, to, row])).toEqual([
      ["a", 0, 2, 0],
      ["b", 1, 4, 1],
      ["c", 4, 5, 0],
    ]);
    expect(packed(found, week, 1).rest).toEqual([0, 1, 1, 1, 0, 0, 0]);
  });
});
