import { expect, test } from "vitest";
import { caps, isSingle, pressed } from "./keys";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test("a sign is itself whether or not its keyboard needs Shift or AltGr for it", () => {
  expect(pressed({ ...none, key: "?", shiftKey: true })).toBe("?");
  expect(pressed({ ...none, key: "/", ctrlKey: true, altKey: true })).toBe("/");
});

test("letters tell Shift and Ctrl", () => {
  expect(pressed({ ...none, key: "D", shiftKey: true })).toBe("shift+d");
  expect(pressed({ ...none, key: "K", ctrlKey: true })).toBe("mod+k");
  expect(pressed({ ...none, key: "n" })).toBe("n");
});

test("a modifier alone is nothing", () => {
  expect(pressed({ ...none, key: "Shift", shiftKey: true })).toBe("");
});

test("letters alone, also one after the other, are single keys", () => {
  expect([isSingle("n"), isSingle("g c"), isSingle("?"), isSingle("shift+d")]).toEqual([true, true, true, true]);
  expect([isSingle("mod+k"), isSingle("ArrowLeft")]).toEqual([false, false]);
});

test("keys are drawn as caps", () => {
  expect(caps("g c")).toEqual([["G"], ["C"]]);
  expect(caps("mod+Enter")).toEqual([["Ctrl", "↵"]]);
});
