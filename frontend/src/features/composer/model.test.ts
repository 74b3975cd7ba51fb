import { expect, test } from "vitest";
import { messageOf, shownTexts, tagged } from "./compose";
import type { Channel, Draft, Limits, Placement, Version } from "./draft";
import { asAddress, commonTime, withChannel, withCommonTime, withLanguages, withPictures } from "./edit";
import { gathered, placeOf } from "./follow";
import { frameOf, ratioName } from "./frame";
import { folded, measure } from "./measure";
import { joinWithBefore, split, splitAt } from "./thread";

const pictures = {
  max_count: 4,
  min_count: 0,
  mimes: [],
  max_bytes: 0,
  min_ratio: 0,
  max_ratio: 0,
  min_width: 0,
  max_width: 0,
  alt_max: 0,
};
const limits = (more: Partial<Limits>): Limits => ({
  text_max: 280, counting: "characters", fold_at: 0, max_segments: 1, hashtags_max: 0, mentions_max: 0,
  mentions_by_handle: false,
  pictures, comment_max: 0, link: "text", cost_usd_micros: 0, link_cost_usd_micros: 0, ...more,
}); // biome-ignore format: a row of limits
const version = (language: "fr" | "nl", segments: string[], more: Partial<Version> = {}): Version => ({
  language,
  segments,
  link: "",
  with_utm: false,
  first_comment: "",
  pictures: [],
  source: "",
  source_text: null,
  ...more,
});
const placed = (more: Partial<Placement>): Placement => ({
  channel: "c1",
  languages: ["fr"],
  local_time: "",
  zone: "Europe/Brussels",
  own_segments: null,
  own_base: null,
  without_link: false,
  ...more,
});
const draft = (versions: Version[], placements: Placement[] = []): Draft => ({
  title: "",
  campaign: null,
  versions,
  placements,
});
const marks = { network: "twitter", campaign: "loyers", placement: "abcdef12-3456" };

test("two languages join in one post, and a link they share stands once", () => {
  const link = "https://example.org/a";
  const both = draft([version("fr", ["Bonjour"], { link }), version("nl", ["Dag"], { link })]);
  const message = messageOf(both, placed({ languages: ["fr", "nl"] }), marks);
  expect(message).toMatchObject({ segments: ["Bonjour\n\nDag"], link });
  expect(shownTexts(message, limits({}))).toEqual([`Bonjour\n\nDag\n\n${link}`]);
  expect(shownTexts(message, limits({ link: "card" }))).toEqual(["Bonjour\n\nDag"]);
});

test("two links stay with their languages, and a language without a text is left out", () => {
  const two = draft([
    version("fr", ["Bonjour"], { link: "https://a.org" }),
    version("nl", ["Dag"], { link: "https://b.org" }),
  ]);
  expect(messageOf(two, placed({ languages: ["fr", "nl"] }), marks).segments).toEqual([
    "Bonjour https://a.org\n\nDag https://b.org",
  ]);
  expect(messageOf(two, placed({ languages: ["fr", "de"] }), marks).link).toBe("https://a.org");
});

test("a link gets marks that name the network, the campaign and the post, and keeps its own", () => {
  expect(tagged("https://a.org/x?utm_source=mail#top", marks)).toBe(
    "https://a.org/x?utm_source=mail&utm_medium=social&utm_campaign=loyers&utm_content=abcdef12#top",
  );
});

test("a text is counted as its network counts, and cut where its readers meet more", () => {
  expect(measure("voir https://example.org/a/very/long/path #a #b", limits({ counting: "weighted" })).length).toBe(34);
  const long = `${"mot ".repeat(40)}fin`;
  expect(measure(long, limits({ fold_at: 125, hashtags_max: 30 })).cutAt).toBe(125);
  const { shown, hidden } = folded(long, 125);
  expect(shown.length).toBeLessThanOrEqual(125);
  expect(shown + hidden).toBe(long);
});

test("a thread is cut at the ends of sentences, between words where one is too long, and loses no word", () => {
  const text = "Un loyer juste. C’est trente pour cent du revenu. Pas soixante-deux ! Signez avant mercredi midi.";
  const parts = split(text, { language: "fr", most: 50, count: (part) => part.length, reserve: 25 });
  expect(parts.every((part) => part.length <= 50)).toBe(true);
  expect(parts[0]?.length).toBeLessThanOrEqual(25);
  expect(parts.join(" ").split(/\s+/)).toEqual(text.split(/\s+/));
  expect(splitAt(["Un. Deux."], 0, 0, "fr")).toEqual(["Un.", "Deux."]);
  expect(joinWithBefore(["Un.", "Deux."], 1)).toEqual(["Un.\n\nDeux."]);
});

test("a new time reaches the channels that had the old one, not those with their own or already out", () => {
  const at = (local_time: string, channel: string) => placed({ local_time, channel });
  const three = draft([], [at("2026-11-24T09:00", "a"), at("2026-11-24T09:00", "b"), at("2026-11-25T18:00", "c")]);
  const next = withCommonTime(
    three,
    { local_time: "2026-11-26T07:00", zone: "Europe/Brussels" },
    ({ channel }) => channel === "b",
  );
  expect(next.placements.map(({ local_time }) => local_time)).toEqual([
    "2026-11-26T07:00",
    "2026-11-24T09:00",
    "2026-11-25T18:00",
  ]);
  expect(commonTime(three.placements)?.local_time).toBe("2026-11-24T09:00");
});

test("a channel starts with its own languages and may speak them apart", () => {
  const channel = { id: "c1", languages: ["fr", "nl"] } as unknown as Channel;
  const on = withChannel(draft([]), channel, { organisationLanguages: ["fr"], time: { local_time: "", zone: "UTC" } });
  expect(on.placements[0]?.languages).toEqual(["fr", "nl"]);
  expect(withLanguages(on, "c1", [["fr"], ["nl"]], () => false).placements.map(({ languages }) => languages)).toEqual([
    ["fr"],
    ["nl"],
  ]);
});

test("a picture added in one language comes to those that showed the same, described in theirs", () => {
  const assets = new Map([["p", { id: "p", alt: { nl: "Affiche" } } as never]]);
  const both = draft([version("fr", ["a"]), version("nl", ["b"])]);
  const [fr] = both.versions;
  if (!fr) throw new Error("no version");
  const use = [{ asset: "p", alt: "Une affiche" }];
  expect(withPictures(both, fr, use, { apart: new Set(), assets }).versions[1]?.pictures).toMatchObject([
    { asset: "p", alt: "Affiche" },
  ]);
  expect(withPictures(both, fr, use, { apart: new Set(["nl"]), assets }).versions[1]?.pictures).toEqual([]);
});

test("a picture is cut a little or set on ground to fit a network's shape", () => {
  const instagram = limits({ pictures: { ...pictures, min_ratio: 0.8, max_ratio: 1.91 } });
  expect(frameOf({ width: 1080, height: 1350 }, instagram).fit).toBe("keep");
  expect(frameOf({ width: 1000, height: 1400 }, instagram).fit).toBe("crop");
  expect(frameOf({ width: 900, height: 1600 }, instagram)).toMatchObject({ fit: "pad", ratio: 0.8 });
  expect(ratioName(0.8)).toBe("4:5");
});

test("an address without a scheme gets one", () => {
  expect(asAddress(" example.org/a ")).toBe("https://example.org/a");
  expect(asAddress("mailto:a@b.org")).toBe("mailto:a@b.org");
});

test("what is wrong alike on several channels stands once, and what blocks comes first", () => {
  const problem = { params: {}, placement: "", channel: "", language: "" };
  const rows = gathered([
    { ...problem, code: "alt-text-missing", message: "Picture 1", blocks: false, network: "facebook" },
    { ...problem, code: "alt-text-missing", message: "Picture 1", blocks: false, network: "twitter" },
    { ...problem, code: "no-time", message: "No time", blocks: true, network: "twitter" },
  ]);
  expect(rows.map(({ code, networks }) => [code, networks])).toEqual([
    ["no-time", ["twitter"]],
    ["alt-text-missing", ["facebook", "twitter"]],
  ]);
});

test("a problem leads to the text, the picture or the time where it is mended", () => {
  const problem = { message: "", blocks: true, placement: "", channel: "", network: "", language: "nl" };
  expect(placeOf({ ...problem, code: "text-too-long", params: { part: 2 } }, [])).toEqual({
    tab: "nl",
    focus: "composer-segment-1",
  });
  expect(placeOf({ ...problem, code: "alt-text-missing", params: { picture: 3 } }, [])).toMatchObject({
    press: "composer-picture-3",
  });
  expect(placeOf({ ...problem, code: "no-time", params: {} }, [])).toMatchObject({ focus: "composer-when" });
});
