import { useSyncExternalStore } from "react";
import { useDesk } from "../desk";

/** Whether this post is chosen. */
export function useIsChosen(post: string): boolean {
  const { selection } = useDesk();
  return useSyncExternalStore(selection.subscribe, () => selection.has(post));
}

/** Whether a press chooses rather than opens. */
export function useIsSelecting(): boolean {
  const { selection } = useDesk();
  return useSyncExternalStore(selection.subscribe, selection.isOn);
}

/** The posts that are chosen. */
export function useChosen(): ReadonlySet<string> {
  const { selection } = useDesk();
  return useSyncExternalStore(selection.subscribe, selection.ids);
}
