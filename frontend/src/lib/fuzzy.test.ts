import { expect, test } from "vitest";
import { fitness } from "./fuzzy";

const best = (query: string, ...texts: string[]) =>
  texts.filter((text) => fitness(query, text) > 0).sort((one, other) => fitness(query, other) - fitness(query, one));

test("accents and case do not matter, either way", () => {
  expect(fitness("decision", "Décisions")).toBeGreaterThan(0);
  expect(fitness("DÉC", "decisions")).toBeGreaterThan(0);
});

test("the beginning of the text comes before that of a word, and that before the inside", () => {
  expect(best("ca", "Vacances", "Le calendrier", "Calendrier")).toEqual(["Calendrier", "Le calendrier", "Vacances"]);
});

test("every part must fit, in any order", () => {
  expect(fitness("post new", "New post")).toBeGreaterThan(0);
  expect(fitness("post old", "New post")).toBe(0);
});

test("letters in order are enough from the beginning of a word", () => {
  expect(fitness("nwp", "New post")).toBeGreaterThan(0);
  expect(fitness("ewp", "New post")).toBe(0);
});

test("nothing typed fits everything", () => {
  expect(fitness(" ", "Calendar")).toBe(1);
});
