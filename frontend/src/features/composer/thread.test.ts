import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { urls } from "~/lib/entities";
import { weightedLength } from "~/lib/weighted-length";
import { numbered, sentencesOf, split } from "./thread";

const plain = (text: string) => [...text].length;
const sentences = (text: string, language = "fr") => sentencesOf(text, language).map((each) => each.trim());

describe("a sentence ends", () => {
  test.each([
    ["Un. Deux ! Trois ?", "fr", ["Un.", "Deux !", "Trois ?"]],
    ["M. Dupont parle. Mme. Diaz répond.", "fr", ["M. Dupont parle.", "Mme. Diaz répond."]],
    ["Le Dr. Maes vient. C’est sûr.", "fr", ["Le Dr. Maes vient.", "C’est sûr."]],
    ["Des aides, p. ex. le chèque, existent. Demandez.", "fr", ["Des aides, p. ex. le chèque, existent.", "Demandez."]],
    ["Hilfe gibt es, z.B. hier. Kommen Sie.", "de", ["Hilfe gibt es, z.B. hier.", "Kommen Sie."]],
    ["Hilfe gibt es, z. B. hier. Kommen Sie.", "de", ["Hilfe gibt es, z. B. hier.", "Kommen Sie."]],
    ["Er is hulp, bv. hier. Kom langs.", "nl", ["Er is hulp, bv. hier.", "Kom langs."]],
    ["Dhr. Peeters komt. Mevr. Claes ook.", "nl", ["Dhr. Peeters komt.", "Mevr. Claes ook."]],
    ["On hésite… puis on signe. Enfin.", "fr", ["On hésite… puis on signe.", "Enfin."]],
    ["On hésite... puis on signe. Enfin.", "fr", ["On hésite... puis on signe.", "Enfin."]],
    ["J. Ensor a peint. Regardez.", "fr", ["J. Ensor a peint.", "Regardez."]],
    [
      "Signez sur https://untoit.example/a.b?c=1. Merci.",
      "fr",
      ["Signez sur https://untoit.example/a.b?c=1.", "Merci."],
    ],
    ["Première ligne\nDeuxième ligne", "fr", ["Première ligne", "Deuxième ligne"]],
    ["مرحبا بكم. نلتقي غدا؟ نعم.", "ar", ["مرحبا بكم.", "نلتقي غدا؟", "نعم."]],
    ["", "fr", []],
  ] as [string, string, string[]][])("%s", (text, language, expected) => {
    expect(sentences(text, language)).toEqual(expected);
  });
});

describe("a thread", () => {
  const text =
    "Un loyer juste, c’est 30 % du revenu. M. Dupont paie 62 %. Il n’est pas seul : un ménage sur trois vit la même chose. " +
    "Mercredi, la commission vote. Signez sur https://untoit.be/signer?utm_source=x&utm_medium=social avant midi. 👩🏽‍🚒👨‍👩‍👧";

  test("fits everywhere, loses nothing and cuts no address", () => {
    for (const count of [plain, weightedLength]) {
      const parts = split(text, { language: "fr", most: 90, count });
      expect(parts.every((part) => count(part) <= 90)).toBe(true);
      expect(parts.join(" ").split(/\s+/)).toEqual(text.split(/\s+/));
      expect(parts.flatMap((part) => urls(part).map((url) => url.text))).toEqual(urls(text).map((url) => url.text));
      expect(parts.some((part) => /M\.$/.test(part))).toBe(false);
    }
  });

  test("leaves room for its numbers, one digit or two", () => {
    for (const most of [40, 90]) {
      const long = text.repeat(most === 40 ? 4 : 1);
      const parts = split(long, { language: "fr", most, count: weightedLength, numbered: true });
      expect(parts.every((part) => weightedLength(part) <= most)).toBe(true);
      expect(parts[0]).toMatch(new RegExp(` 1/${parts.length}$`));
      expect(parts.at(-1)).toMatch(new RegExp(` ${parts.length}/${parts.length}$`));
    }
  });

  test("of one part has no number", () => {
    expect(split("Court.", { language: "fr", most: 90, count: plain, numbered: true })).toEqual(["Court."]);
  });

  test("is numbered anew when a part was added", () => {
    expect(numbered(["Un 1/2", "Neuf", "Deux 2/2"])).toEqual(["Un 1/3", "Neuf 2/3", "Deux 3/3"]);
  });

  test("cuts a word without end between signs, never within one", () => {
    const parts = split("👩🏽‍🚒".repeat(30), { language: "fr", most: 20, count: weightedLength });
    expect(parts.join("")).toBe("👩🏽‍🚒".repeat(30));
    expect(parts.every((part) => [...part].length % 4 === 0)).toBe(true);
  });

  test("keeps an address whole even where it does not fit", () => {
    const address = `https://example.org/${"a".repeat(80)}`;
    const parts = split(`Lisez ${address} vite.`, { language: "fr", most: 50, count: plain });
    expect(parts.some((part) => part.includes(address))).toBe(true);
  });

  test("of any text that is counted fits as X counts", () => {
    const vectors: { text: string }[] = JSON.parse(readFileSync("../tests/data/weighted_length.json", "utf8"));
    const all = vectors
      .map((vector) => vector.text)
      .filter((each) => [...each].length < 300)
      .join(" ");
    const parts = split(all, { language: "fr", most: 280, count: weightedLength });
    expect(parts.every((part) => weightedLength(part) <= 280)).toBe(true);
  });
});
