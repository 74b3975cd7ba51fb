import { open } from "./open-windows";

/**
 * Entries that lie in the browser's history while a window is open, for Back to take. The router knows nothing of them: they have the
 * address and the state of the screen behind, plus a number.
 */
const AFTER_MS = 150;
let last = 0;
let isOurs = false;
let meanwhile: (() => Promise<void>) | undefined;
let tidying: ReturnType<typeof setTimeout> | undefined;

const entryNow = (): number | undefined => window.history.state?.entry;

export function addEntry(): number {
  last += 1;
  // Past what the router has put over this method, so that it does not take this for a navigation.
  History.prototype.pushState.call(window.history, { ...window.history.state, entry: last }, "");
  return last;
}

const stayUntidy = () => clearTimeout(tidying);

/** An entry whose window is gone is gone too, unless somebody went on from it. */
export function tidySoon(): void {
  stayUntidy();
  // Whoever reloads or leaves Carillon meanwhile is not called back.
  window.addEventListener("beforeunload", stayUntidy);
  tidying = setTimeout(() => {
    window.removeEventListener("beforeunload", stayUntidy);
    const entry = entryNow();
    if (entry === undefined || open.some((one) => one.entry === entry)) return;
    isOurs = true;
    window.history.back();
  }, AFTER_MS);
}

/**
 * The address of the screen is replaced while windows of it are open: their entries are taken off the history and laid on it again, or
 * Back would lead to the address that was replaced.
 */
export function underneath(replace: () => Promise<void>): void {
  if (entryNow() === undefined) return void replace();
  stayUntidy();
  meanwhile = replace;
  if (isOurs) return; // one is on its way off already
  isOurs = true;
  window.history.go(-open.filter(({ entry }) => entry !== undefined).length || -1);
}

async function replaceAndLayAgain(replace: () => Promise<void>) {
  await replace();
  for (const one of open) if (one.entry !== undefined) one.entry = addEntry();
}

window.addEventListener(
  "popstate",
  (event) => {
    const top = open.at(-1);
    if (isOurs) {
      isOurs = false;
      event.stopImmediatePropagation();
      const replace = meanwhile;
      meanwhile = undefined;
      if (replace) return void replaceAndLayAgain(replace);
    } else if (top?.entry !== undefined && top.entry !== entryNow()) {
      event.stopImmediatePropagation(); // the address is the same: nothing for the router to do
      top.close();
    }
    tidySoon();
  },
  { capture: true },
);
