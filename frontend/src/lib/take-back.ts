import { useSyncExternalStore } from "react";

let post: string | null = null;
const listeners = new Set<() => void>();

function change(next: string | null) {
  post = next;
  for (const listener of listeners) listener();
}

/** Ask, from whatever screen, what shall become of this post that is online. */
export const openTakeBack = (id: string): void => change(id);
export const closeTakeBack = (): void => change(null);

/** The post that is being asked about, or null. */
export const useTakeBackPost = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => post,
  );

const online = new Set(["published", "corrected"]);

/** Whether a placement in this state stands on its network for everybody to see. */
export const isOnline = (state: string): boolean => online.has(state);
