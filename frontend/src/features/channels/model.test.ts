import { describe, expect, it } from "vitest";
import {
  accessOf,
  atHandle,
  type Channel,
  type Found,
  foundKind,
  needsSomebody,
  ownPicture,
  parted,
  ticked,
  variablesOf,
} from "./model";

const channel = (some: Partial<Channel> = {}): Channel => ({
  id: "1",
  network: "facebook",
  network_label: "Facebook",
  remote_id: "7",
  name: "Demain",
  handle: "demain",
  avatar_url: "",
  languages: ["fr"],
  weekly_target: 0,
  slots: [],
  placeholders: {},
  state: "connected",
  problem: null,
  last_success_at: null,
  token_expires_at: null,
  days_left: null,
  throttled_until: null,
  scopes: [],
  connected_by: "Ann",
  connected_at: "2026-01-01T00:00:00Z",
  ...some,
});
const found = (remote_id: string, channel: string | null = null): Found => ({
  remote_id,
  name: remote_id,
  handle: "",
  avatar_url: "",
  channel,
});
const at = "2026-05-02T00:00:00Z";

describe("access", () => {
  it("lasts where the network sets no end, and renews itself where Carillon sees to it", () => {
    expect(accessOf(channel()).kind).toBe("lasts");
    expect(accessOf(channel({ token_expires_at: at })).kind).toBe("renews");
  });
  it("is pressing on the last day, worth a look within two weeks, and plain before", () => {
    const tone = (days_left: number) => {
      const access = accessOf(channel({ token_expires_at: at, days_left }));
      return access.kind === "ends" && access.tone;
    };
    expect([0, 1, 2, 14, 15].map(tone)).toEqual(["bad", "bad", "warn", "warn", "plain"]);
  });
  it("is nothing to speak of where nobody is signed in", () => {
    expect(accessOf(channel({ state: "sign_in_lost", token_expires_at: at, days_left: 3 })).kind).toBe("none");
  });
});

describe("who needs somebody", () => {
  it("is a channel that cannot publish, or soon cannot", () => {
    expect(needsSomebody(channel({ state: "sign_in_lost" }))).toBe(true);
    expect(needsSomebody(channel({ state: "out_of_credit" }))).toBe(true);
    expect(needsSomebody(channel({ token_expires_at: at, days_left: 5 }))).toBe(true);
    expect(needsSomebody(channel())).toBe(false);
  });
  it("is not a channel that was paused on purpose, unless something broke meanwhile", () => {
    expect(needsSomebody(channel({ state: "paused" }))).toBe(false);
    expect(needsSomebody(channel({ state: "paused", problem: { code: "x", message: "x" } }))).toBe(true);
  });
  it("stands first, and what was disconnected stands apart", () => {
    const parts = parted([
      channel({ id: "a" }),
      channel({ id: "b", state: "sign_in_lost" }),
      channel({ id: "c", state: "disconnected" }),
    ]);
    expect(Object.values(parts).map((part) => part.map(({ id }) => id))).toEqual([["b"], ["a"], ["c"]]);
  });
});

describe("found pages", () => {
  it("are ticked only when there is nothing to choose between", () => {
    expect(ticked([found("1")])).toEqual(["1"]);
    expect(ticked([found("1"), found("2")])).toEqual([]);
    expect(ticked([found("1", "channel")])).toEqual([]);
  });
  it("are one, several, or all connected already", () => {
    expect(foundKind([found("1")])).toBe("one");
    expect(foundKind([found("1"), found("2", "channel")])).toBe("several");
    expect(foundKind([found("1", "channel"), found("2", "channel")])).toBe("all-known");
  });
});

describe("small things", () => {
  it("shows only pictures of our own", () => {
    expect(ownPicture("/files/a.png", "https://c.example")).toBe("/files/a.png");
    expect(ownPicture("https://scontent.example/a.png", "https://c.example")).toBeUndefined();
    expect(ownPicture("", "https://c.example")).toBeUndefined();
  });
  it("names variables and handles", () => {
    expect(variablesOf("twitter")).toEqual(["NETWORK_TWITTER_ID", "NETWORK_TWITTER_SECRET"]);
    expect([atHandle("demain"), atHandle("@demain"), atHandle("")]).toEqual(["@demain", "@demain", ""]);
  });
});
