import { beforeEach, expect, test } from "vitest";
import { foldsOf, rememberFold } from "./folded";

beforeEach(() => localStorage.clear());

test("what one person folds stays folded for that person alone", () => {
  rememberFold("ana", "link", true);
  rememberFold("ana", "details", false);
  expect(foldsOf("ana")).toEqual({ link: true, details: false });
  expect(foldsOf("ben")).toEqual({});
});

test("what cannot be read counts as nothing", () => {
  localStorage.setItem("carillon.folds.ana", "{");
  expect(foldsOf("ana")).toEqual({});
});
