import { useCallback, useLayoutEffect, useRef } from "react";

/** Return one and the same function for as long as the component stands; it does what was last given. */
export function useSteady<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
