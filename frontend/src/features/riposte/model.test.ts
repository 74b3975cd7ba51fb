import { describe, expect, it } from "vitest";
import {
  clock,
  goesTo,
  type LaneChannel,
  later,
  lengthOn,
  liveInAll,
  type Mark,
  minutesOf,
  mondayOf,
  nextSlot,
  sharedNews,
  weekOf,
} from "./model";

const mark = (name: Mark["mark"], language: string, after_s: number | null): Mark => ({
  mark: name,
  language,
  after_s,
  at: after_s === null ? null : "2026-11-26T12:00:00Z",
});

describe("what was shared or pasted", () => {
  it.each([
    [{ title: "Loyers : le gel", url: "https://news.example/a" }, "https://news.example/a", "Loyers : le gel"],
    [{ text: "Le gel abandonné https://news.example/a?b=1." }, "https://news.example/a?b=1", "Le gel abandonné"],
    [{ text: "https://news.example/a" }, "https://news.example/a", ""],
    [{ title: "Huren", text: "Lees (https://news.example/a)" }, "https://news.example/a", "Huren"],
    [{ text: "Only words" }, "", "Only words"],
    [{}, "", ""],
    [{ url: "javascript:alert(1)" }, "", ""],
  ])("finds the link in %o", (shared, link, headline) => {
    expect(sharedNews(shared)).toEqual({ link, headline });
  });
});

describe("the stopwatch", () => {
  it("writes minutes and seconds", () => {
    expect([0, 59, 664, 3920, -3].map(clock)).toEqual(["00:00", "00:59", "11:04", "1:05:20", "00:00"]);
    expect(minutesOf(664)).toBe(11);
  });

  it("stops when the last language is live", () => {
    expect(liveInAll([mark("news", "", 0), mark("live", "fr", 600), mark("live", "nl", 700)])).toBe(700);
    expect(liveInAll([mark("live", "fr", 600), mark("live", "nl", null)])).toBeNull();
    expect(liveInAll([mark("news", "", 0)])).toBeNull();
  });
});

describe("making room", () => {
  it("moves on the wall clock, over midnight too", () => {
    expect(later("2026-11-24T23:30", 60)).toBe("2026-11-25T00:30");
  });

  it("takes the next free slot of that channel, each once", () => {
    const slots = [
      { channel: "a", local_time: "2026-11-24T18:00" },
      { channel: "a", local_time: "2026-11-24T12:00" },
      { channel: "b", local_time: "2026-11-24T11:00" },
    ];
    expect(nextSlot(slots, "a", "2026-11-24T10:00")).toBe("2026-11-24T12:00");
    expect(nextSlot(slots, "a", "2026-11-24T10:00", new Set(["a 2026-11-24T12:00"]))).toBe("2026-11-24T18:00");
    expect(nextSlot(slots, "a", "2026-11-24T18:00")).toBeUndefined();
  });
});

it("a week of duty runs from Monday to Monday", () => {
  expect(weekOf("2026-11-23")).toEqual({ starts: "2026-11-23T00:00", ends: "2026-11-30T00:00" });
});

it("counts the link where the network shows it in the text", () => {
  const x = { counting: "weighted", text_max: 280, link: "text" };
  const facebook = { counting: "characters", text_max: 63206, link: "card" };
  const link = "https://news.be/a-long-address-of-an-article";
  expect(lengthOn("Non.", link, x)).toBe(4 + 2 + 23);
  expect(lengthOn(`Non. ${link}`, link, x)).toBe(5 + 23);
  expect(lengthOn("Non.", link, facebook)).toBe(4);
});

it("a day belongs to the week of its Monday", () => {
  expect(["2026-11-23", "2026-11-26", "2026-11-29", "2026-03-01"].map(mondayOf)).toEqual([
    "2026-11-23",
    "2026-11-23",
    "2026-11-23",
    "2026-02-23",
  ]);
});

describe("where a riposte goes", () => {
  const channel = (id: string, is_on: boolean): LaneChannel => ({
    id,
    name: id,
    network: "facebook",
    languages: ["fr"],
    needs_picture: false,
    is_left_out: !is_on,
    is_on,
  });
  const channels = [channel("page", true), channel("youth", false), channel("x", true)];
  const ids = (found: LaneChannel[]) => found.map(({ id }) => id);

  it("is where the fast lane sends it", () => {
    expect(ids(goesTo({ channels, chosen: null }))).toEqual(["page", "x"]);
  });
  it("is where the agreed answer sends it", () => {
    expect(ids(goesTo({ agreed: [{ channel: "youth" }], channels, chosen: null }))).toEqual(["youth"]);
  });
  it("is what somebody switched, before both", () => {
    expect(ids(goesTo({ agreed: [{ channel: "youth" }], channels, chosen: new Set(["x"]) }))).toEqual(["x"]);
  });
});
