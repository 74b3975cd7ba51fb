import { expect, test } from "vitest";
import { better, wordsIn } from "~/lib/camel";
import { cutTo } from "~/lib/crops";
import { moveToComment } from "./comment-link";
import type { Seen } from "./context";
import type { Asset, Draft, Limits, Placement, ProblemFound, Version } from "./draft";
import { keyOf } from "./draft";
import { fixesOf, type Means, withBetterTags } from "./fixes";

const pictures = { max_count: 4, min_ratio: 0.8, max_ratio: 1.91 } as Limits["pictures"];
const limits = (more: Partial<Limits> = {}): Limits =>
  ({
    text_max: 2200,
    counting: "characters",
    comment_max: 300,
    pictures,
    cost_usd_micros: 0,
    link_cost_usd_micros: 0,
    ...more,
  }) as Limits;
const version = (more: Partial<Version> = {}): Version => ({
  language: "fr",
  segments: ["Un loyer juste"],
  link: "https://example.org",
  with_utm: false,
  first_comment: "",
  pictures: [],
  source: "",
  source_text: null,
  ...more,
});
const placement = (channel: string, more: Partial<Placement> = {}): Placement => ({
  channel,
  languages: ["fr"],
  local_time: "",
  zone: "Europe/Brussels",
  own_segments: null,
  own_base: null,
  without_link: false,
  ...more,
});
const draft = (versions: Version[], placements: Placement[]): Draft => ({
  title: "",
  campaign: null,
  versions,
  placements,
});
const seen = (each: Placement, more: Partial<Limits> = {}, message: Partial<Seen["message"]> = {}): Seen =>
  ({
    key: keyOf(each),
    placement: each,
    limits: limits(more),
    isFixed: false,
    shown: { id: `shown ${each.channel}` },
    message: { segments: [], link: "https://example.org", pictures: [], first_comment: "", ...message },
  }) as unknown as Seen;
const [facebook, instagram, twitter] = [placement("facebook"), placement("instagram"), placement("twitter")];
const dear = { cost_usd_micros: 15_000, link_cost_usd_micros: 200_000 };

test("the link goes into the first comment of every channel that has one", () => {
  const now = draft([version({ first_comment: "Lisez" })], [facebook, instagram]);
  const moved = moveToComment(now, "fr", [seen(facebook), seen(instagram)]);
  expect(moved?.versions[0]?.first_comment).toBe("Lisez\nhttps://example.org");
  expect(moved?.placements.map((each) => each.without_link)).toEqual([true, true]);
});

test("it stays where a comment with a link is billed, would be too long, or holds one already", () => {
  const now = draft([version()], [facebook, twitter]);
  expect(moveToComment(now, "fr", [seen(facebook), seen(twitter, dear)])).toBeNull();
  expect(moveToComment(now, "fr", [seen(facebook, { comment_max: 5 })])).toBeNull();
  expect(moveToComment(now, "fr", [seen(facebook, { comment_max: 0 })])).toBeNull();
  expect(moveToComment(now, "nl", [seen(facebook)])).toBeNull();
  const full = draft([version({ first_comment: "https://example.com" })], [facebook]);
  expect(moveToComment(full, "fr", [seen(facebook)])).toBeNull();
  const both = placement("facebook", { languages: ["fr", "nl"] });
  expect(moveToComment(draft([version()], [both]), "fr", [seen(both)])).toBeNull();
});

test("a channel without a first comment keeps the link", () => {
  const moved = moveToComment(draft([version()], [facebook, twitter]), "fr", [
    seen(facebook),
    seen(twitter, { comment_max: 0 }),
  ]);
  expect(moved?.placements.map((each) => each.without_link)).toEqual([true, false]);
});

test("tags get capitals everywhere, and no translation falls behind for it", () => {
  const known = wordsIn(["loyer juste"]);
  const french = version({ segments: ["#loyerjuste !"], first_comment: "#loyerjuste" });
  const dutch = version({ language: "nl", segments: ["#huur"], source: "fr", source_text: ["#loyerjuste !"] });
  const own = placement("facebook", { own_segments: ["#loyerjuste"], own_base: ["#loyerjuste !"] });
  const now = withBetterTags(draft([french, dutch], [own]), (text) => better(text, known));
  expect(now.versions[0]).toMatchObject({ segments: ["#LoyerJuste !"], first_comment: "#LoyerJuste" });
  expect(now.versions[1]?.source_text).toEqual(now.versions[0]?.segments);
  expect(now.placements[0]).toMatchObject({ own_segments: ["#LoyerJuste"], own_base: ["#LoyerJuste !"] });
});

test("a part is cut around its own middle", () => {
  expect(cutTo({ x: 0, y: 0, width: 1000, height: 1000 }, 1, 2)).toEqual({ x: 250, y: 0, width: 500, height: 1000 });
  expect(cutTo({ x: 100, y: 100, width: 400, height: 800 }, 0.8, 1)).toEqual({
    x: 100,
    y: 250,
    width: 400,
    height: 500,
  });
});

const problem = (code: string): ProblemFound =>
  ({
    code,
    message: "",
    params: { picture: 1 },
    blocks: false,
    placement: "shown instagram",
    language: "",
  }) as unknown as ProblemFound;
const means = (now: Draft, all: Seen[], assets = new Map<string, Asset>()): Means => ({
  draft: now,
  seen: all,
  assets,
  isFixed: () => false,
  soon: () => "",
  zone: "",
  better: () => [],
});

test("a picture that would get an edge is cropped around its focus, in every language that shows it so", () => {
  const asset = { id: "a", width: 1000, height: 2000, focus: { x: 500, y: 200 } } as unknown as Asset;
  const use = { asset: "a", alt: "", crop: null };
  const now = draft([version({ pictures: [use] }), version({ language: "nl", pictures: [use] })], [instagram]);
  const all = [seen(instagram, {}, { pictures: [use] })];
  const [fix] = fixesOf(problem("picture-on-ground"), means(now, all, new Map([["a", asset]])));
  const done = fix?.apply(now);
  const crop = { x: 0, y: 0, width: 1000, height: 625 };
  expect(done?.versions.map((each) => each.pictures[0]?.crop)).toEqual([crop, crop]);
});

test("a link that cannot be pressed is left out or moved", () => {
  const now = draft([version()], [instagram]);
  const ways = fixesOf(problem("link-not-clickable"), means(now, [seen(instagram)]));
  expect(ways.map(({ kind }) => kind)).toEqual(["leave-link-out", "link-to-comment"]);
});
