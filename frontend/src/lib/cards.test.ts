import { describe, expect, it } from "vitest";
import { cardsOf, movable, type Placed, postCount } from "./cards";

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
