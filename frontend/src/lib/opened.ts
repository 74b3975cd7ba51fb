import { useSyncExternalStore } from "react";

/** One thing that is open over whatever screen, or null; anybody may open it, one host shows it. */
export function opened<What>() {
  let what: What | null = null;
  const listeners = new Set<() => void>();
  const change = (next: What | null) => {
    what = next;
    for (const listener of listeners) listener();
  };
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    open: (next: What): void => change(next),
    close: (): void => change(null),
    use: (): What | null => useSyncExternalStore(listen, () => what),
  };
}
