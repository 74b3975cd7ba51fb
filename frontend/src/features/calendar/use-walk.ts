import { type KeyboardEvent, type RefObject, useCallback } from "react";
import { useDesk } from "./desk";
import { type Box, nearest, steps } from "./walk";

const CARDS = "[data-key] a";
const STOPS = `${CARDS}, a[data-stop]`;

/** Arrow keys go from card to card, and to the free places between them; with Shift they choose what they pass. Return whether it was one. */
export function useWalk(board: RefObject<HTMLElement | null>): (event: KeyboardEvent) => boolean {
  const { selection } = useDesk();
  return useCallback(
    (event) => {
      const step = steps[event.key];
      const here = (event.target as HTMLElement).closest<HTMLElement>(STOPS);
      if (!step || !here || !board.current || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (board.current.hasAttribute("data-dragging")) return false;
      const isChoosing = event.shiftKey && here.matches(CARDS);
      const stops = [...board.current.querySelectorAll<HTMLElement>(isChoosing ? CARDS : STOPS)];
      const boxes = stops.map((stop): Box => (stop.closest("[data-key]") ?? stop).getBoundingClientRect());
      const next = stops[nearest(boxes, stops.indexOf(here), step)];
      event.preventDefault();
      if (!next) return true;
      const posts = [here, next].flatMap((stop) => stop.closest<HTMLElement>("[data-post]")?.dataset.post ?? []);
      if (isChoosing) selection.add(posts);
      next.focus();
      next.scrollIntoView({ block: "nearest" });
      return true;
    },
    [board, selection],
  );
}
