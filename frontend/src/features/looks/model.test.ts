import { describe, expect, it } from "vitest";
import { callOf, fitting, inOrder, likely, type Shown } from "./model";

describe("an attempt", () => {
  it("is told by its step", () => {
    const of = (step: string, is_look = false) => callOf({ step, is_look });
    expect([of("picture-2"), of("alt-1"), of("container"), of("post"), of("post-3"), of("publish")]).toEqual([
      "picture",
      "alt",
      "prepare",
      "send",
      "send",
      "send",
    ]);
    expect(of("post", true)).toBe("look");
  });
  it("says how many fit only when it was a look", () => {
    expect(fitting({ is_look: true, detail: "0 of 12 match" })).toBe(0);
    expect(fitting({ is_look: true, detail: "Graph said no" })).toBeNull();
    expect(fitting({ is_look: false, detail: "1 of 1 match" })).toBeNull();
  });
});

describe("what the account shows", () => {
  const post = (remote_id: string, is_likely: boolean, is_known = false) =>
    ({ remote_id, is_likely, is_known }) as Shown;
  it("shows what fits first and other posts of ours last", () => {
    const shown = [post("1", false, true), post("2", false), post("3", true)];
    expect(inOrder(shown).map(({ remote_id }) => remote_id)).toEqual(["3", "2", "1"]);
  });
  it("has a likely one only when a single post fits", () => {
    expect(likely([post("1", false), post("2", true)])?.remote_id).toBe("2");
    expect(likely([post("1", true), post("2", true)])).toBeUndefined();
    expect(likely([])).toBeUndefined();
  });
});
