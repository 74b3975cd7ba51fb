import { expect, test } from "vitest";
import { entities, hashtags, mentions, urls } from "./entities";

const texts = (found: { text: string }[]) => found.map(({ text }) => text);

test("hashtags have a letter and stand alone", () => {
  expect(texts(hashtags("#climat #2026 #1er_mai a#b &#39; ＃vélo /#x"))).toEqual(["#climat", "#1er_mai", "＃vélo"]);
});

test("an e-mail address mentions nobody", () => {
  expect(texts(mentions("moi@example.org @demain.morgen. (@DemainMorgen)"))).toEqual([
    "@demain.morgen",
    "@DemainMorgen",
  ]);
});

test("addresses are found with and without https", () => {
  expect(texts(urls("https://example.org/a?b=c. et demain.be, pas moi@example.org ni v1.2"))).toEqual([
    "https://example.org/a?b=c",
    "demain.be",
  ]);
  expect(texts(urls("日本語example.com中国語"))).toEqual(["example.com"]);
});

test("a hashtag inside an address belongs to the address", () => {
  const text = "Voir https://example.org/#vote #vote @nous";
  expect(entities(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ["url", "https://example.org/#vote"],
    ["hashtag", "#vote"],
    ["mention", "@nous"],
  ]);
});
