import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Set by the service worker on an answer it kept from earlier because the server could not be reached. */
export const READ_AT = "X-Carillon-Read-At";

let oldSince: string | null = null;
const listeners = new Set<() => void>();

/** Remember whether the last answer was fresh or one kept from earlier. */
export function noteAnswer(response: Response): void {
  const next = response.headers.get(READ_AT);
  if (next === oldSince) return;
  oldSince = next;
  for (const listener of listeners) listener();
}

/** False without a network or while answers are kept ones: what is shown may be old. Then say so, and show no counts. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      const leave = onlineManager.subscribe(listener);
      return () => {
        listeners.delete(listener);
        leave();
      };
    },
    () => onlineManager.isOnline() && oldSince === null,
  );
}

/** ISO time of the kept answers on screen, or null while they are fresh. */
export const readAt = (): string | null => oldSince;
