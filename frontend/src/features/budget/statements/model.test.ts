import { expect, test } from "vitest";
import { counts, type Read, settleBody } from "./model";

const row = (is_known: boolean, problems: number) => ({ is_known, problems: Array(problems).fill({}) });

test("rows that cannot be read are neither new nor known", () => {
  const read = { movements: [row(false, 0), row(true, 0), row(true, 1)], spends: [row(false, 0)] } as unknown as Read;
  expect(counts(read)).toEqual({ fresh: 2, known: 1, bad: 1 });
});

test("one thing is paid, and VAT is asked only where an expense is made", () => {
  const given = { line: "L", vat_cents: 21 };
  expect(settleBody("invoice:i", given)).toMatchObject({ invoice: "i", line: "L", vat_cents: 0, entries: [] });
  expect(settleBody("expense:e", given)).toMatchObject({ invoice: null, entries: ["e"], line: null });
  expect(settleBody("request:r", given)).toMatchObject({ request: "r", line: null, vat_cents: 21 });
  expect(settleBody("line", given)).toMatchObject({ request: null, line: "L", vat_cents: 21 });
});
