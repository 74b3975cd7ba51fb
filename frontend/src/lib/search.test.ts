import { expect, it } from "vitest";
import { given, oneOf, pageNumber, text } from "./search";

it("lays what is not given over what was typed in the address", () => {
  const typed = { view: "nonsense", q: "loyer", page: -1 };
  const read = given({ view: oneOf(typed.view, ["week"]), q: text(typed.q), page: pageNumber(typed.page) });
  expect({ ...typed, ...read }).toEqual({ view: undefined, q: "loyer", page: undefined });
});
