import { expect, test } from "vitest";
import { changedAlt, missingAlt, sizeOf } from "./model";

test("a picture misses the languages that say nothing about it", () => {
  expect(missingAlt({ alt: { fr: "Une affiche", nl: " " } }, ["fr", "nl", "de"])).toEqual(["nl", "de"]);
});

test("only texts that were changed are sent, also those that were emptied", () => {
  expect(changedAlt({ fr: "Une", nl: "Een" }, { fr: "Une ", nl: "", de: "Ein" })).toEqual({ nl: "", de: "Ein" });
});

test("sizes are written in the unit people read", () => {
  expect(sizeOf(2_430_000)).toEqual({ value: 2.4, unit: "megabyte" });
  expect(sizeOf(340)).toEqual({ value: 1, unit: "kilobyte" });
});
