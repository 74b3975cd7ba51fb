import { expect, test } from "vitest";
import {
  afterDeciding,
  type Card,
  departures,
  folded,
  type Placement,
  picturesOf,
  place,
  readChanges,
  shortened,
  textsOf,
} from "./model";

const card = (id: string, may_decide = true) => ({ id, may_decide, kind: "post" }) as Card;
const placement = (fields: Partial<Placement>) =>
  ({ languages: ["fr"], texts: [], own_segments: null, planned_at: null, ...fields }) as Placement;
const version = (language: "fr" | "nl", segments: string[], asset?: string) => ({
  language,
  segments,
  link: "",
  with_utm: true,
  first_comment: "",
  pictures: asset ? [{ asset, alt: "" }] : [],
});

test("after a decision the next card that waits for this person follows, then an earlier one", () => {
  const cards = [card("a"), card("b"), card("c", false), card("d")];
  expect(afterDeciding(cards, "b")).toBe("d");
  expect(afterDeciding(cards, "d")).toBe("b");
  expect(afterDeciding([card("a"), card("b", false)], "a")).toBe("b");
  expect(afterDeciding([card("a")], "a")).toBeUndefined();
});

test("a card knows its neighbours; one that is gone leads to the first", () => {
  const cards = [card("a"), card("b"), card("c")];
  expect(place(cards, "b")).toEqual({ index: 1, before: "a", after: "c" });
  expect(place(cards, "x")).toEqual({ index: -1, before: undefined, after: "a" });
});

test("a channel that joins two languages says both, part by part", () => {
  const versions = [version("fr", ["Un", "Deux"]), version("nl", ["Een"])];
  expect(textsOf(placement({ languages: ["fr", "nl"] }), versions)).toEqual(["Un\n\nEen", "Deux"]);
  expect(textsOf(placement({ texts: ["Un https://x.example"] }), versions)).toEqual(["Un https://x.example"]);
});

test("pictures are those of the first language", () => {
  const versions = [version("fr", [], "f"), version("nl", [], "n")];
  expect(picturesOf(placement({ languages: ["nl", "fr"] }), versions)).toEqual([
    { asset: "n", alt: "", part: null, fit: "keep", ratio: null },
  ]);
});

test("pictures are shown as the network gets them; once a post has left, as it says", () => {
  const part = { x: 0, y: 100, width: 1000, height: 500 };
  const crop = { x: 0, y: 0, width: 500, height: 500 };
  const frame = { asset: "n", part, fit: "crop", ratio: 0.8 } as const;
  const dutch = [{ ...version("nl", []), pictures: [{ asset: "n", alt: "", crop }] }];
  const shown = (frames: Placement["frames"]) => picturesOf(placement({ languages: ["nl"], frames }), dutch)[0];
  expect(shown([frame])).toEqual({ alt: "", ...frame });
  expect(shown([])).toMatchObject({ part: crop, fit: "keep" });
});

test("what goes out at one time stands together, earliest first", () => {
  const early = placement({ planned_at: "2026-11-25T08:00:00Z", network: "facebook" });
  const late = placement({ planned_at: "2026-11-25T17:00:00Z", network: "twitter" });
  expect(departures([late, early, placement({})]).map(({ at }) => at)).toEqual([
    "2026-11-25T08:00:00Z",
    "2026-11-25T17:00:00Z",
    null,
  ]);
});

test("long unchanged stretches are left out around a change", () => {
  const long = Array.from({ length: 40 }, (_, at) => `w${at}`).join(" ");
  const runs = shortened([
    { op: "same", text: `${long} ` },
    { op: "removed", text: "3 900" },
    { op: "added", text: "4 200" },
    { op: "same", text: ` ${long}` },
  ]);
  expect(runs[0]?.text).toBe("[…] w35 w36 w37 w38 w39 ");
  expect(runs[1]?.text).toBe("3 900");
  expect(runs[3]?.text).toBe(" w0 w1 w2 w3 w4 […]");
});

test("an unknown kind of change is counted, not swallowed", () => {
  expect(readChanges([{ what: "language_added", language: "nl" }, { what: "mood" }])).toEqual({
    changes: [{ what: "language_added", language: "nl" }],
    others: 1,
  });
});

test("what a request asks otherwise is read, sums with their currency", () => {
  const cost = {
    what: "cost",
    before: { cents: 20_000, currency: "EUR" },
    after: { cents: 21_780, currency: "EUR" },
  } as const;
  const payer = { what: "payer", before: { kind: "own", name: "" }, after: { kind: "union", name: "CSC" } } as const;
  expect(readChanges([cost, payer])).toEqual({ changes: [cost, payer], others: 0 });
});

test("a text folds between words and only when it is long enough", () => {
  expect(folded("Bonjour tout le monde", 10)).toEqual({ shown: "Bonjour", hidden: " tout le monde" });
  expect(folded("Court", 12)).toEqual({ shown: "Court", hidden: "" });
});
