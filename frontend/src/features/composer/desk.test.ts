import { beforeEach, expect, test, vi } from "vitest";
import { Problem } from "~/api/problem";
import { Desk, type DeskMeans } from "./desk";
import { type Body, type Draft, draftOf, type Post } from "./draft";
import type { Kept } from "./keep";

const french = (text: string, more: Partial<Draft> = {}): Draft => ({
  title: "",
  campaign: null,
  versions: [
    {
      language: "fr",
      segments: [text],
      link: "",
      with_utm: true,
      first_comment: "",
      pictures: [],
      source: "",
      source_text: null,
    },
  ],
  placements: [],
  ...more,
});
const post = (text: string, revision: number, more: Partial<Post> = {}): Post =>
  ({
    id: "p1",
    revision,
    state: "draft",
    updated_at: "2026-11-24T08:00:00Z",
    ...french(text),
    problems: [],
    ...more,
  }) as Post;
const says = (text: string) => () => french(text);

let kept: Map<string, Kept>;
let means: { create: ReturnType<typeof vi.fn>; change: ReturnType<typeof vi.fn> } & DeskMeans;

beforeEach(() => {
  kept = new Map();
  let revision = 1;
  means = {
    create: vi.fn(async (body: Body) => post(body.versions[0]?.segments[0] ?? "", 1)),
    change: vi.fn(async (_id: string, body: Body) => post(body.versions[0]?.segments[0] ?? "", ++revision)),
    keep: (id, value) => (value ? kept.set(id, value) : kept.delete(id)),
    waitMs: 100_000,
  };
});

test("the first words create the post, the next change it, based on its revision", async () => {
  const desk = new Desk({ post: null }, means);
  desk.change(says("Un loyer"));
  expect(kept.has("new")).toBe(true);
  expect(await desk.flush()).toBe(true);
  desk.change(says("Un loyer juste"));
  await desk.flush();
  expect(means.create).toHaveBeenCalledTimes(1);
  expect(means.change.mock.calls[0]?.[2]).toBe(1);
  expect(kept.size).toBe(0);
});

test("a first save without an answer is sent again as it was, so that one post comes of it", async () => {
  means.create.mockRejectedValueOnce(new Problem(0, "unreachable", ""));
  const desk = new Desk({ post: null }, means);
  desk.change(says("Un"));
  expect(await desk.flush()).toBe(false);
  expect(desk.snapshot().saving.kind).toBe("offline");
  desk.change(says("Un loyer"));
  await desk.flush();
  await desk.flush();
  expect(means.create.mock.calls[1]).toEqual(means.create.mock.calls[0]);
  expect(desk.snapshot().post?.versions[0]?.segments).toEqual(["Un loyer"]);
});

test("another's version is set beside mine, and either may stay without losing the other", async () => {
  const theirs = post("Leur texte", 5);
  means.change.mockRejectedValueOnce(new Problem(412, "edited-meanwhile", "", {}, {}, { current: theirs }));
  const desk = new Desk({ post: post("Avant", 1) }, means);
  desk.change(says("Mon texte"));
  expect(await desk.flush()).toBe(false);
  expect(desk.snapshot().theirs).toBe(theirs);
  const mine = desk.settle(draftOf(theirs));
  expect(desk.snapshot().draft.versions[0]?.segments).toEqual(["Leur texte"]);
  desk.change(() => mine);
  await desk.flush();
  expect(means.change.mock.calls[1]?.[2]).toBe(5);
});

test("what a colleague changed elsewhere is put together with what I write, and I am told", async () => {
  const theirs = post("Avant", 5, { title: "Leur titre" });
  means.change.mockRejectedValueOnce(new Problem(412, "edited-meanwhile", "", {}, {}, { current: theirs }));
  const onMerged = vi.fn();
  const desk = new Desk({ post: post("Avant", 1) }, { ...means, onMerged });
  desk.change(says("Mon texte"));
  expect(await desk.flush()).toBe(true);
  expect(desk.snapshot().theirs).toBeNull();
  expect(means.change.mock.calls[1]?.[1]).toMatchObject({
    title: "Leur titre",
    versions: [{ segments: ["Mon texte"] }],
  });
  expect(means.change.mock.calls[1]?.[2]).toBe(5);
  expect(onMerged).toHaveBeenCalledOnce();
});

test("a decision taken meanwhile is no other version: what I wrote goes on top of it", async () => {
  const decided = post("Avant", 2, { state: "changes_asked" });
  means.change.mockRejectedValueOnce(new Problem(412, "edited-meanwhile", "", {}, {}, { current: decided }));
  const desk = new Desk({ post: post("Avant", 1) }, means);
  desk.change(says("Après"));
  expect(await desk.flush()).toBe(true);
  expect(means.change.mock.calls[1]?.[2]).toBe(2);
});

test("an approved post waits until somebody says that it may lose its approval; its title may change", async () => {
  const desk = new Desk({ post: post("Avant", 1, { state: "approved" }) }, means);
  desk.change((draft) => ({ ...draft, title: "Pour les collègues" }));
  await desk.flush();
  expect(means.change).toHaveBeenCalledTimes(1);
  means.change.mockClear();
  const approved = new Desk({ post: post("Avant", 1, { state: "approved" }) }, means);
  approved.change(says("Après"));
  expect(await approved.flush()).toBe(false);
  expect(approved.snapshot().saving.kind).toBe("held");
  expect(means.change).not.toHaveBeenCalled();
  expect(await approved.loseApproval()).toBe(true);
});

test("a refused time stands with its sentence, and the rest is saved without it", async () => {
  const place = (local_time: string) => [
    {
      channel: "c",
      languages: ["fr" as const],
      local_time,
      zone: "Europe/Brussels",
      own_segments: null,
      own_base: null,
      without_link: false,
    },
  ];
  means.change.mockRejectedValueOnce(
    new Problem(400, "time-passed", "08:00 has passed.", { time: "08:00" }, { local_time: ["08:00 has passed."] }),
  );
  const desk = new Desk({ post: post("Avant", 1) }, means);
  desk.change(() => french("Après", { placements: place("2026-11-23T08:00") }));
  expect(await desk.flush()).toBe(true);
  expect(Object.values(desk.snapshot().refused.times)).toEqual(["08:00 has passed."]);
  const body: Body | undefined = means.change.mock.calls[1]?.[1];
  expect(body?.placements[0]?.local_time).toBe("");
  const { post: saved } = desk.snapshot();
  if (saved) desk.receive({ ...saved, problems: [] });
  expect(desk.snapshot().draft.placements[0]?.local_time).toBe("2026-11-23T08:00");
});

test("what was kept is taken up again, or set beside what others made of it", () => {
  const base = { revision: 1, draft: french("Avant") };
  const mine: Kept = { draft: french("Mien"), base, creation: null, at: "" };
  expect(new Desk({ post: post("Avant", 1), kept: mine }, means).snapshot()).toMatchObject({
    draft: mine.draft,
    theirs: null,
  });
  expect(new Desk({ post: post("Autre", 4), kept: mine }, means).snapshot().theirs?.revision).toBe(4);
});
