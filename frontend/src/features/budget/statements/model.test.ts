import { expect, test } from "vitest";
import { counts, type Movement, type Payment, type Read, returnables, settleBody } from "./model";

const row = (is_known: boolean, problems: number) => ({ is_known, problems: Array(problems).fill({}) });

test("rows that cannot be read are neither new nor known", () => {
  const read = { movements: [row(false, 0), row(true, 0), row(true, 1)], spends: [row(false, 0)] } as unknown as Read;
  expect(counts(read)).toMatchObject({ fresh: 2, known: 1, bad: 1 });
  expect(counts(read, [2])).toMatchObject({ fresh: 3, known: 0, bad: 1 });
});

test("one thing is paid, and VAT is asked only where an expense is made", () => {
  const given = { line: "L", vat_cents: 21 };
  expect(settleBody("invoice:i", given)).toMatchObject({ invoice: "i", line: "L", vat_cents: 0, entries: [] });
  expect(settleBody("expense:e", given)).toMatchObject({ invoice: null, entries: ["e"], line: null });
  expect(settleBody("request:r", given)).toMatchObject({ request: "r", line: null, vat_cents: 21 });
  expect(settleBody("line", given)).toMatchObject({ request: null, line: "L", vat_cents: 21 });
});

test("a corrected amount is seen", () => {
  const spend = (cents: number, was_cents: number | null) => ({ ...row(was_cents !== null, 0), cents, was_cents });
  const read = { movements: [], spends: [spend(5, null), spend(5, 5), spend(6, 5)] } as unknown as Read;
  expect(counts(read)).toEqual({ fresh: 1, known: 2, bad: 0, changed: 1 });
});

test("what came back may be any payment made before that is large enough, the proposed one first", () => {
  const payment = (id: string, cents: number, more: object = {}) =>
    ({ id, on: "2026-11-01", cents, given_back_cents: 0, currency: "EUR", settles: [], ...more }) as unknown as Payment;
  const movement = { cents: 50, currency: "EUR", on: "2026-11-20", matches: [{ id: "b", title: "B", cents: 80 }] };
  const payments = [payment("a", 90), payment("b", 80), payment("c", 60, { given_back_cents: 20 })];
  const late = payment("d", 90, { on: "2026-11-21" });
  const found = returnables([...payments, late], movement as unknown as Movement);
  expect(found.map(({ id }) => id)).toEqual(["b", "a"]);
  expect(settleBody("payment:b", { line: "", vat_cents: 0, lowers: true })).toMatchObject({
    payment: "b",
    lowers: true,
  });
});
