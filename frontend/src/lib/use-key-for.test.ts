import { expect, test } from "vitest";
import { keys } from "./use-key-for";

test("the same content keeps its key until an answer came; other content has another", () => {
  const { keyFor, sent } = keys();
  const first = keyFor({ cents: 100 });
  expect(keyFor({ cents: 100 })).toBe(first);
  const second = keyFor({ cents: 200 });
  expect(second).not.toBe(first);
  sent();
  expect(keyFor({ cents: 200 })).not.toBe(second);
});
