import { expect, test } from "vitest";
import type { Asset, Draft, PictureUse, Version } from "./draft";
import { startVersion, withPictures, withSharedPictures } from "./edit";

const crop = { x: 100, y: 0, width: 800, height: 1000 };
const assets = new Map([
  ["a", { id: "a", alt: { fr: "Une affiche", nl: "Een affiche" } } as unknown as Asset],
  ["b", { id: "b", alt: { fr: "Une foule" } } as unknown as Asset],
]);
const version = (language: Version["language"], pictures: PictureUse[]): Version => ({
  language,
  segments: ["…"],
  link: "",
  with_utm: true,
  first_comment: "",
  pictures,
  source: "",
  source_text: null,
});
const draft = (...versions: Version[]): Draft => ({ title: "", campaign: null, versions, placements: [] });
const usesIn = (now: Draft, language: string) => now.versions.find((each) => each.language === language)?.pictures;

test("languages that share pictures show the same part of them, in their own words", () => {
  const french = version("fr", [{ asset: "a", alt: "Notre affiche", crop }]);
  const dutch = version("nl", [{ asset: "b", alt: "Een menigte", crop: null }]);
  const now = withSharedPictures(draft(french, dutch), french.pictures, assets);
  expect(usesIn(now, "nl")).toEqual([{ asset: "a", alt: "Een affiche", crop }]);
  expect(usesIn(now, "fr")).toEqual(french.pictures);
});

test("the part stays when the order or a description changes", () => {
  const both: PictureUse[] = [
    { asset: "a", alt: "Notre affiche", crop },
    { asset: "b", alt: "", crop: null },
  ];
  const french = version("fr", both);
  const dutch = version("nl", [
    { asset: "a", alt: "Onze affiche", crop },
    { asset: "b", alt: "", crop: null },
  ]);
  const around = { apart: new Set<string>(), assets };
  const turned = withPictures(draft(french, dutch), french, [...both].reverse(), around);
  expect(usesIn(turned, "nl")?.at(1)).toEqual({ asset: "a", alt: "Onze affiche", crop });
  const [first, second] = both as [PictureUse, PictureUse];
  const described = withPictures(draft(french, dutch), french, [first, { ...second, alt: "Une foule" }], around);
  expect(usesIn(described, "fr")?.map((use) => use.crop)).toEqual([crop, null]);
  expect(usesIn(described, "nl")?.map((use) => use.crop)).toEqual([crop, null]);
});

test("a language that begins shows the part that the others show", () => {
  const now = draft(version("fr", [{ asset: "a", alt: "Notre affiche", crop }]));
  expect(startVersion(now, "nl", assets).pictures).toEqual([{ asset: "a", alt: "Een affiche", crop }]);
});
