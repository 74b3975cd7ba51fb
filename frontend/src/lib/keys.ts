/** Keys in words of our own: "n", "?", "shift+d", "mod+k" (Ctrl, or ⌘ on a Mac), "ArrowLeft", and "g c" for one after the other. */

const isMac = () => /Mac|iP/.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Return what was pressed; "" for a modifier alone. Signs such as ? need Shift on some keyboards only, so Shift is not part of them. */
export function pressed({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Process"].includes(key)) return "";
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  // A sign typed with AltGr is that sign.
  const modifiers = [
    (isMac() ? metaKey : ctrlKey && !(altKey && isSign)) && "mod",
    altKey && !isSign && "alt",
    shiftKey && !isSign && "shift",
  ].filter(Boolean);
  return [...modifiers, key.length === 1 ? key.toLowerCase() : key].join("+");
}

/** Return whether the keys are letters or signs alone or with Shift, which people who speak or tremble hit unwillingly (WCAG 2.1.4). */
export const isSingle = (keys: string): boolean =>
  keys.split(" ").every((key) => key.replace(/^shift\+/, "").length === 1);

const drawn: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Enter: "↵",
  Escape: "Esc",
  shift: "⇧",
};

/** Return the caps to draw: "g c" is [["G"], ["C"]], "mod+k" is [["Ctrl", "K"]]. */
export function caps(keys: string): string[][] {
  const modifier: Record<string, string> = isMac() ? { mod: "⌘", alt: "⌥" } : { mod: "Ctrl", alt: "Alt" };
  return keys
    .split(" ")
    .map((stroke) =>
      (stroke === "+" ? ["+"] : stroke.split("+")).map(
        (key) => modifier[key] ?? drawn[key] ?? (key.length === 1 ? key.toUpperCase() : key),
      ),
    );
}
