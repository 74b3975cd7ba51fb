import { expect, it } from "vitest";
import { better, wordsIn, written } from "./camel";

const known = wordsIn(["ClimateJustice", "Un loyer juste", "Le droit de vivre"]);

it("takes tags of several known words apart", () => {
  expect(better("#climatejustice et #loyerjuste", known)).toEqual([
    { tag: "climatejustice", better: "ClimateJustice" },
    { tag: "loyerjuste", better: "LoyerJuste" },
  ]);
});
it("never minds single or unknown words, or tags with capitals", () => {
  expect(better("#climate #vivre #unbekanntes #ClimateJustice #politique", known)).toEqual([]);
});
it("knows the organisation's own spelling first", () => {
  expect(better("#stopfraude", known, ["StopFraude"])).toEqual([{ tag: "stopfraude", better: "StopFraude" }]);
});
it("writes the tag and no other", () => {
  expect(written("#loyerjuste #loyerjustes", { tag: "loyerjuste", better: "LoyerJuste" })).toBe(
    "#LoyerJuste #loyerjustes",
  );
});
