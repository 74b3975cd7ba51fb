import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;
const minute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** The current minute, in ms since 1970; changes as the clock does. */
export function useNow(): number {
  return useSyncExternalStore((listener) => {
    // A laptop that slept, or a tab in the background, catches up within seconds.
    const timer = setInterval(listener, 5_000);
    document.addEventListener("visibilitychange", listener);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", listener);
    };
  }, minute);
}
