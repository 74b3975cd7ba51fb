import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** After each change of screen the focus stands on its heading, so that it is read aloud and the next Tab starts there. */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onResolved", ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        focusHeading(20);
      }),
    [router],
  );
}

function focusHeading(tries: number, from = document.activeElement): void {
  const { activeElement: now, body } = document;
  // Somebody is typing or has gone on already, or a screen put the focus where it wants it.
  if (now?.matches("input, textarea, select, [role=dialog] *, #main [data-key] *")) return;
  if (now !== from && now !== body) return;
  const heading = document.querySelector<HTMLElement>("#main h1[tabindex]");
  if (heading) heading.focus({ preventScroll: true });
  else if (tries > 0) setTimeout(() => focusHeading(tries - 1, from), 50);
}
