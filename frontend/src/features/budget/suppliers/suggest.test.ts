import { expect, test } from "vitest";
import { coreOf, distance, fitting, known, type Suggested } from "./suggest";

const of = (name: string, ...others: string[]): Suggested => ({ supplier: name, name, others });
const among = [
  of("Écrans du Sud"),
  of("Imprimerie Sainte-Gudule", "Impr. Ste-Gudule"),
  of("Radio Zinneke Noord"),
  of("Kramen & Co"),
];
const names = (typed: string) => fitting(typed, among).map(({ name }) => name);

test("names are found by any of their words, with or without accents", () => {
  expect(names("ecr")).toEqual(["Écrans du Sud"]);
  expect(names("gudule")).toEqual(["Imprimerie Sainte-Gudule"]);
  expect(names("ste-g")).toEqual(["Imprimerie Sainte-Gudule"]);
  expect(names("")).toHaveLength(4);
  expect(names("zzz")).toEqual([]);
});

test("names spelled almost alike are found", () => {
  expect(names("Ecran du Sut")).toEqual(["Écrans du Sud"]);
  expect(names("ÉCRANS DU SUD S.A.")).toEqual(["Écrans du Sud"]);
  expect(names("Raido Zineke Noord")).toEqual(["Radio Zinneke Noord"]);
  expect(names("Raido Zin")).toEqual(["Radio Zinneke Noord"]);
});

test("a name is known in any of its ways of writing", () => {
  expect(known("  impr.  STE-gudule", among)?.name).toBe("Imprimerie Sainte-Gudule");
  expect(known("Imprimerie", among)).toBeUndefined();
  expect(coreOf("S.A. Écrans du Sud")).toBe("ecrans du sud");
  expect([distance("kitten", "sitting"), distance("ab", "ba"), distance("", "abc")]).toEqual([3, 1, 3]);
});
