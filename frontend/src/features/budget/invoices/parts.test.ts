import { expect, test } from "vitest";
import { draftsOf, isDivided, leftOf, newPart, onePartMore, proposedShares, withRest } from "./parts";

const whole = { net_cents: 1_000_00, vat_cents: 210_00 };

test("what is left is known to the cent", () => {
  expect(leftOf(whole, [{ net: "999,99", vat: "210" }])).toEqual({ net_cents: 1, vat_cents: 0 });
  expect(leftOf(whole, [{ net: "1.000,01", vat: "" }])).toEqual({ net_cents: -1, vat_cents: 210_00 });
  expect(leftOf(whole, [{ net: "a lot", vat: "" }])).toBeNull();
});

test("one part is the whole; of two the first shows its amounts and the rest goes where one wants", () => {
  const one = [{ ...newPart(1), line: "L" }];
  expect(isDivided(one, whole)).toBe(true);
  expect(draftsOf(one, whole)).toMatchObject([{ line: "L", request: null, closes: false, ...whole }]);
  const two = onePartMore(one, whole);
  expect(two.map(({ net, vat }) => [net, vat])).toEqual([["1000", "210"], ["", ""]]); // biome-ignore format: a table
  const lowered = two.map((part, index) => (index ? { ...part, line: "M" } : { ...part, net: "600", vat: "126" }));
  const left = leftOf(whole, lowered);
  expect(left).toEqual({ net_cents: 400_00, vat_cents: 84_00 });
  expect(isDivided(lowered, whole)).toBe(false);
  const done = lowered.map((part, index) => (index && left ? withRest(part, left) : part));
  expect(isDivided(done, whole)).toBe(true);
  expect(draftsOf(done, whole)[1]).toMatchObject({ line: "M", net_cents: 400_00, vat_cents: 84_00 });
  const [part] = done;
  if (part) expect(withRest(part, { net_cents: 0, vat_cents: 0 })).toBe(part);
  expect(withRest(newPart(3), { net_cents: -1, vat_cents: 0 })).toEqual(newPart(3));
});

test("a credit note lowers the first expense that it fits, else as much of each as it bears", () => {
  const two = [
    { net_cents: 10_00, vat_cents: 2_00 },
    { net_cents: 20_00, vat_cents: 4_00 },
  ];
  expect(proposedShares(two, { net_cents: 15_00, vat_cents: 3_00 })).toEqual([
    { net: "", vat: "" },
    { net: "15", vat: "3" },
  ]);
  expect(proposedShares(two, { net_cents: 25_00, vat_cents: 5_00 })).toEqual([
    { net: "10", vat: "2" },
    { net: "15", vat: "3" },
  ]);
});
