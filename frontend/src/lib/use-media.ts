import { useSyncExternalStore } from "react";

/** Whether a media query holds, as it changes: `useMedia("(pointer: coarse)")`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

/** From here on there is a rail instead of the bottom bar. */
const WIDE = "(min-width: 900px)";
export const useIsWide = (): boolean => useMedia(WIDE);

/** The same, outside a component. */
export const isWideNow = (): boolean => matchMedia(WIDE).matches;
