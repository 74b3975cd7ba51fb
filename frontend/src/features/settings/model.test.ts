import { describe, expect, it } from "vitest";
import { changed, firstCall, isLastAdmin, type Member, moved, thresholdsOf, withRole, zoneGroups } from "./model";

const member = (id: string, ...roles: Member["roles"]): Member => ({
  id,
  user_id: id,
  name: id,
  email: `${id}@example.org`,
  roles,
  is_me: false,
  created_at: "2026-01-01T00:00:00Z",
});

describe("roles", () => {
  it("keep the table's order, however they were ticked", () => {
    expect(withRole(["viewer"], "admin", true)).toEqual(["admin", "viewer"]);
    expect(withRole(["admin", "viewer"], "admin", false)).toEqual(["viewer"]);
  });
  it("protect the last administrator, and only that one", () => {
    const ann = member("ann", "admin");
    const bert = member("bert", "admin", "planner");
    expect(isLastAdmin(ann, [ann, member("cem", "planner")])).toBe(true);
    expect(isLastAdmin(ann, [ann, bert])).toBe(false);
    expect(isLastAdmin(member("cem", "planner"), [ann])).toBe(false);
  });
});

describe("what is sent", () => {
  it("is what differs from what is saved", () => {
    const saved = { name: "Demain", languages: ["fr", "nl"], zone: "Europe/Brussels" };
    expect(changed(saved, { name: "Demain", languages: ["nl", "fr"] })).toEqual({ languages: ["nl", "fr"] });
    expect(changed(saved, {})).toEqual({});
  });
});

describe("an order", () => {
  it("changes by one place, and not beyond its ends", () => {
    expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });
});

describe("time zones", () => {
  it("are grouped with Europe first, and hold the current one", () => {
    const groups = zoneGroups(["Africa/Kinshasa", "Europe/Paris"], "Europe/Brussels");
    expect(groups).toEqual([
      ["Europe", ["Europe/Brussels", "Europe/Paris"]],
      ["Africa", ["Africa/Kinshasa"]],
    ]);
  });
});

it("a first call names the token and the organisation", () => {
  const call = firstCall({ origin: "https://c.example", slug: "demain", token: "crl_1" });
  expect(call).toContain("https://c.example/api/posts/");
  expect(call).toContain("Bearer crl_1");
  expect(call).toContain("X-Organisation: demain");
});

describe("thresholds", () => {
  const row = (from: string, needed = "2") => ({ id: from, from, verb: "decide_money" as const, needed });
  it("are read in the order of their sums", () => {
    expect(thresholdsOf([row("2 500,00"), row("0", "1")])).toEqual([
      { from_cents: 0, verb: "decide_money", needed: 1 },
      { from_cents: 250_000, verb: "decide_money", needed: 2 },
    ]);
  });
  it("wait until every field is right", () => {
    for (const wrong of [row("a lot"), row("10", "0"), row("10", "1.5")])
      expect(thresholdsOf([row("0"), wrong])).toBeUndefined();
  });
});
