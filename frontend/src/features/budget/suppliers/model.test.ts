import { expect, test } from "vitest";
import { type Account, inUse, spaced } from "./model";

const account = (id: string, state: Account["state"]) => ({ id, state }) as Account;

test("an account number stands in fours, as on an invoice", () => {
  expect(spaced("BE68539007547034")).toBe("BE68 5390 0754 7034");
  expect(spaced("FR7630006000011234567890189")).toBe("FR76 3000 6000 0112 3456 7890 189");
});

test("what waits for somebody stands first, and what is used no more not at all", () => {
  const all = [account("a", "confirmed"), account("b", "retired"), account("c", "proposed")];
  expect(inUse(all).map(({ id }) => id)).toEqual(["c", "a"]);
});
