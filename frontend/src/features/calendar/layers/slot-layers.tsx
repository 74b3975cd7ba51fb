import type { Slot } from "../slots";

/** What stands in this part of a day beside its posts. */
export function SlotLayers(_: { slot: Slot }) {
  return null;
}
