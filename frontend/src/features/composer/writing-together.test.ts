import { describe, expect, test } from "vitest";
import { type Draft, emptyDraft, type Version } from "./draft";
import { baseOf, startVersion, withOwnText, withText, withVersion } from "./edit";
import { draftThen, putBack } from "./history/model";
import { differences, merged } from "./merge";
import { fitting, named, pieces, typedName } from "./notes/mentions";
import { behind, translatedFrom } from "./staleness";

const version = (language: "fr" | "nl", text: string, more: Partial<Version> = {}): Version => ({
  language, segments: [text], link: "", with_utm: true, first_comment: "", pictures: [], source: "", source_text: null, ...more,
}); // biome-ignore format: one version
const place = (channel: string, local_time = "", more = {}) => ({
  channel, languages: ["fr" as const], local_time, zone: "Europe/Brussels", own_segments: null, own_base: null, without_link: false, ...more,
}); // biome-ignore format: one placement
const draft = (more: Partial<Draft>): Draft => ({ ...emptyDraft, ...more });

describe("a translation", () => {
  const start = draft({ versions: [version("fr", "Un loyer juste.")] });
  const nl = startVersion(start, "nl", new Map());
  const written = withText(start, nl, ["Een eerlijke huur."]);

  test("begun beside a text knows where it comes from", () => {
    expect(nl.source).toBe("fr");
    expect(written.versions[1]?.source_text).toEqual(["Un loyer juste."]);
    expect(behind(written)).toEqual([]);
  });
  test("is behind once the source changed, and up to date once it is edited", () => {
    const changed = withText(written, version("fr", ""), ["Un loyer juste, enfin."]);
    expect(behind(changed)).toEqual(["nl"]);
    const mine = changed.versions.find(({ language }) => language === "nl") as Version;
    expect(behind(withText(changed, mine, ["Eindelijk."]))).toEqual([]);
    expect(behind(withVersion(changed, translatedFrom(changed, mine, "")))).toEqual([]);
  });
});

test("a channel's own text remembers what it departed from", () => {
  const start = draft({ versions: [version("fr", "Base.")], placements: [place("c1")] });
  const own = withOwnText(start, "c1:fr", ["À part."]);
  expect(own.placements[0]?.own_base).toEqual(["Base."]);
  const changed = withText(own, version("fr", ""), ["Autre base."]);
  expect(changed.placements[0]?.own_base).toEqual(["Base."]);
  expect(baseOf(changed, place("c1"))).toEqual(["Autre base."]);
});

describe("two drafts", () => {
  const base = draft({
    title: "Titre",
    versions: [version("fr", "Un"), version("nl", "Een")],
    placements: [place("c1", "2026-11-24T09:00")],
  });
  test("that changed other things are put together by themselves", () => {
    const mine = { ...base, versions: [version("fr", "Deux"), version("nl", "Een")] };
    const theirs = {
      ...base,
      title: "Neuf",
      versions: [version("fr", "Un"), version("nl", "Twee", { link: "https://a.example" })],
    };
    const found = differences(mine, theirs, base);
    expect(found.map(({ key, isClash }) => [key, isClash])).toEqual([
      ["title", false], ["text:fr", false], ["text:nl", false], ["link:nl", false],
    ]); // biome-ignore format: a table
    const both = merged(mine, theirs, { found });
    expect([both.title, both.versions[0]?.segments, both.versions[1]?.segments, both.versions[1]?.link]).toEqual([
      "Neuf", ["Deux"], ["Twee"], "https://a.example",
    ]); // biome-ignore format: a table
  });
  test("that changed the same are a person's to choose", () => {
    const mine = { ...base, versions: [version("fr", "Mien"), version("nl", "Een")] };
    const theirs = { ...base, versions: [version("fr", "Leur"), version("nl", "Een")] };
    const found = differences(mine, theirs, base);
    expect(found).toMatchObject([{ key: "text:fr", isClash: true, usual: "mine" }]);
    expect(merged(mine, theirs, { found, chosen: { "text:fr": "theirs" } }).versions[0]?.segments).toEqual(["Leur"]);
  });
  test("keep a channel that one took off and one never touched off", () => {
    const mine = { ...base, placements: [] };
    const found = differences(mine, base, base);
    expect(merged(mine, base, { found }).placements).toEqual([]);
  });
});

describe("an earlier version", () => {
  const then = draftThen({
    title: "Avant", campaign: null,
    versions: [{ language: "fr", segments: ["Avant."] }],
    placements: [
      { channel: "c1", languages: ["fr"], local_time: "2026-11-20T09:00", zone: "Europe/Brussels" },
      { channel: "gone", languages: ["fr"], local_time: "2026-12-20T09:00", zone: "Europe/Brussels" },
      { channel: "c2", languages: ["fr"], local_time: "2026-12-24T09:00", zone: "Europe/Brussels" },
    ],
  } as never); // biome-ignore format: one revision
  test("comes back without what can be no more, and leaves alone what is out", () => {
    const out = place("out", "2026-11-21T09:00");
    const now = draft({ versions: [version("fr", "Après.")], placements: [out, place("c1", "2026-11-30T09:00")] });
    const back = putBack(now, then, {
      nowIn: () => "2026-11-26T12:00",
      isFixed: ({ channel }) => channel === "out",
      isThere: (channel) => channel !== "gone",
    });
    expect(back.versions[0]?.segments).toEqual(["Avant."]);
    expect(back.placements.map(({ channel, local_time }) => [channel, local_time])).toEqual([
      ["out", "2026-11-21T09:00"], ["c1", "2026-11-30T09:00"], ["c2", "2026-12-24T09:00"],
    ]); // biome-ignore format: a table
  });
});

describe("names in notes", () => {
  const people = [
    { id: "1", name: "Ana Diaz" },
    { id: "2", name: "Élise Maes" },
    { id: "3", name: "Ana" },
  ];
  test("are offered after an @, with or without accents", () => {
    expect(typedName("Salut @el", 9)).toEqual({ start: 6, typed: "el" });
    expect(typedName("a@b", 3)).toBeNull();
    expect(fitting(people, "eli").map(({ name }) => name)).toEqual(["Élise Maes"]);
    expect(fitting(people, "maes").map(({ name }) => name)).toEqual(["Élise Maes"]);
  });
  test("are found in the text, the longer one first", () => {
    expect(named(people, "@Élise Maes, regarde")).toEqual(["2"]);
    expect(pieces(people, "Oui @Ana Diaz !").map(({ text, isName }) => [text, isName])).toEqual([
      ["Oui ", false], ["@Ana Diaz", true], [" !", false],
    ]); // biome-ignore format: a table
  });
});
