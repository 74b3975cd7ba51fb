import { useRouter } from "@tanstack/react-router";
import { useLayoutEffect } from "react";
import { commandFor, commandsNow } from "~/components/commands";
import { pressed } from "~/lib/keys";

const BETWEEN_STROKES_MS = 1500;
const TYPING = "input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=application]";
/** A window is open, or a card is in the hand. */
const BUSY = "[role=dialog], [role=alertdialog], [data-dragging]";
const SWITCHES = "[type=checkbox], [type=radio], [type=button]";

/** Keys do what their commands say, everywhere but in fields, menus and open windows; with Ctrl or ⌘ in fields too. */
export function useKeyboard(): void {
  const router = useRouter();
  // With the screen itself: a key pressed as soon as it is seen is heard.
  useLayoutEffect(() => {
    let first = "";
    let at = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const stroke = pressed(event);
      if (!stroke) return;
      const isModified = /^(mod|alt)\+/.test(stroke);
      if (!isModified && isTyping(event.target)) return;
      if (stroke !== "mod+k" && document.querySelector(BUSY)) return;
      const keys = first && event.timeStamp - at < BETWEEN_STROKES_MS ? `${first} ${stroke}` : stroke;
      first = "";
      const command = commandFor(keys);
      if (command) {
        event.preventDefault();
        if (command.act) command.act();
        else if (command.href) void router.navigate({ href: command.href });
      } else if (commandsNow().some((each) => each.keys?.startsWith(`${stroke} `))) {
        first = stroke;
        at = event.timeStamp;
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && !target.matches(SWITCHES) && target.closest(TYPING) !== null;
}
