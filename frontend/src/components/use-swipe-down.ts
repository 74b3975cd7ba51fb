import { type TouchEvent, useRef } from "react";

const ENOUGH_PX = 90;
/** As in dialog.module.css: from here on it is a window and no sheet. */
const SHEET = "(max-width: 639px)";

/** Handlers for the head of a sheet: it follows the finger down, and closes when it is let go far enough. */
export function useSwipeDown(onClose: () => void, isOn: boolean) {
  const from = useRef<number | null>(null);
  const sheetOf = (event: TouchEvent<HTMLElement>) =>
    event.currentTarget.closest<HTMLElement>('[role="dialog"]')?.parentElement;
  const pulled = (event: TouchEvent) => {
    const finger = event.changedTouches[0];
    return from.current === null || !finger ? 0 : Math.max(0, finger.clientY - from.current);
  };
  const end = (event: TouchEvent<HTMLElement>, isDone: boolean) => {
    const way = pulled(event);
    from.current = null;
    const sheet = sheetOf(event);
    if (isDone && way > ENOUGH_PX) return onClose();
    if (sheet) sheet.style.translate = "";
  };
  return {
    onTouchStart: (event: TouchEvent) => {
      from.current = isOn && matchMedia(SHEET).matches ? (event.touches[0]?.clientY ?? null) : null;
    },
    onTouchMove: (event: TouchEvent<HTMLElement>) => {
      const sheet = sheetOf(event);
      if (sheet && from.current !== null) sheet.style.translate = `0 ${pulled(event)}px`;
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => end(event, true),
    onTouchCancel: (event: TouchEvent<HTMLElement>) => end(event, false),
  };
}
