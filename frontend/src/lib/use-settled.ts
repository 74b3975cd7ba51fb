import { useCallback, useEffect, useRef, useState } from "react";

/** As long as a second press of the same finger may take, and shorter than anybody reads. */
const SETTLES_MS = 700;

/** `unsettle()` when something else comes to stand under the finger: for a moment it is not settled, so that a press meant for what stood there before does nothing. */
export function useSettled(): { isSettled: boolean; unsettle: () => void } {
  const [isSettled, settle] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const unsettle = useCallback(() => {
    settle(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(true), SETTLES_MS);
  }, []);
  return { isSettled, unsettle };
}
