/** Whoever calls a window to type in it types at once, before its code has come. Those letters are kept for it and are nobody's shortcut. */
const MOST_MS = 3000;

let kept = "";
let timer = 0;

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Backspace") kept = kept.slice(0, -1);
  else if ([...event.key].length === 1) kept += event.key;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function holdTyped(): void {
  releaseTyped();
  window.addEventListener("keydown", keep, { capture: true });
  timer = window.setTimeout(releaseTyped, MOST_MS);
}

/** Return what was typed since, and listen no longer. */
export function releaseTyped(): string {
  window.removeEventListener("keydown", keep, { capture: true });
  window.clearTimeout(timer);
  const typed = kept;
  kept = "";
  return typed;
}
