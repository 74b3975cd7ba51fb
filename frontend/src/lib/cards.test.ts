import { describe, expect, it } from "vitest";
import { cardsOf, grouped, kept, movable, type Placed, postCount } from "./cards";

const placed = (more: Partial<Placed>): Placed => ({
  id: "1",
  post: "p",
  channel: "c",
  network: "facebook",
  languages: ["fr"],
  planned_at: "2026-11-24T08:00:00Z",
  local_time: "2026-11-24T09:00",
  zone: "Europe/Brussels",
  state: "scheduled",
  first_line: "Bonjour",
  asset: null,
  campaign: null,
  author: null,
  permalink: "",
  out_of_date: [],
  notes: 0,
  ...more,
});

describe("cards", () => {
  it("put the placements of a post with the same time and language together", () => {
    const cards = cardsOf([
      placed({ id: "1", network: "twitter" }),
      placed({ id: "2", network: "facebook", planned_at: "2026-11-24T08:00:00.000Z" }),
      placed({ id: "3", languages: ["nl"] }),
      placed({ id: "4", planned_at: "2026-11-24T07:00:00Z" }),
    ]);
    expect(cards.map(({ placements }) => placements.map(({ id }) => id))).toEqual([["4"], ["2", "1"], ["3"]]);
    expect(postCount(cards)).toBe(1);
  });
  it("say what is out of date, each language once, and how many notes wait", () => {
    const [card] = cardsOf([
      placed({ id: "1", out_of_date: ["nl"], notes: 2 }),
      placed({ id: "2", network: "twitter", out_of_date: ["nl", "de"], notes: 2 }),
    ]);
    expect(card).toMatchObject({ outOfDate: ["nl", "de"], notes: 2 });
  });
  it("show the state that wants a person most, and where it is so", () => {
    const [card] = cardsOf([
      placed({ id: "1", state: "published" }),
      placed({ id: "2", state: "failed", network: "twitter" }),
    ]);
    expect(card?.state).toBe("failed");
    expect(card?.only).toEqual(["twitter"]);
  });
  it("move only what has not been taken up", () => {
    const [card] = cardsOf([placed({ id: "1", state: "published" }), placed({ id: "2", state: "expired" })]);
    expect(card && movable(card).map(({ id }) => id)).toEqual(["2"]);
  });
  it("take words and picture from whichever placement has them", () => {
    const [card] = cardsOf([placed({ id: "1", first_line: "" }), placed({ id: "2", first_line: "Salut", asset: "a" })]);
    expect(card).toMatchObject({ firstLine: "Salut", asset: "a" });
  });
});

describe("what stays", () => {
  const answer = () => [
    placed({ id: "1", post: "a" }),
    placed({ id: "2", post: "b", planned_at: "2026-11-24T09:00:00Z", languages: ["nl", "fr"] }),
    placed({ id: "3", post: "c", planned_at: "2026-11-24T10:00:00Z" }),
  ];
  const known = (cards: ReturnType<typeof cardsOf>) => new Map(cards.map((card) => [card.key, card]));

  it("is the same card after an answer that says the same, in whatever order", () => {
    const before = cardsOf(answer());
    const after = kept(known(before), cardsOf(answer().reverse()));
    expect(after.map((card, index) => card === before[index])).toEqual([true, true, true]);
  });
  it("is a new card where something about it has changed, come or gone", () => {
    const before = cardsOf([
      ...answer(),
      placed({ id: "4", post: "b", planned_at: "2026-11-24T09:00:00Z", languages: ["nl", "fr"] }),
    ]);
    const [first, ...rest] = answer();
    const after = kept(known(before), cardsOf([{ ...(first as Placed), state: "published" }, ...rest]));
    expect(after.map((card) => before.includes(card))).toEqual([false, false, true]);
    expect(after[0]?.state).toBe("published");
  });
  it("is the same list where the same cards stand in it", () => {
    const cards = cardsOf(answer());
    const hour = ({ at }: { at: string }) => at.slice(11, 13);
    const before = grouped(cards, hour, new Map());
    const after = grouped(cards.slice(1).concat(cardsOf([placed({ id: "5", post: "d" })])), hour, before);
    expect(after.get("09")).toBe(before.get("09"));
    expect(after.get("08")).not.toBe(before.get("08"));
  });
});
