import { expect, it } from "vitest";
import { holdTyped, releaseTyped } from "./typed-ahead";

const press = (key: string, more: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));

it("keeps what is typed until somebody takes it, and nobody else sees it", () => {
  let seen = 0;
  const count = () => {
    seen += 1;
  };
  window.addEventListener("keydown", count);
  press("a");
  holdTyped();
  for (const key of ["l", "o", "x", "Backspace", "y", "é", "👍"]) press(key);
  press("k", { ctrlKey: true });
  press("Escape");
  expect(releaseTyped()).toBe("loyé👍");
  press("b");
  expect(releaseTyped()).toBe("");
  expect(seen).toBe(4);
  window.removeEventListener("keydown", count);
});
