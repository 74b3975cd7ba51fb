/** It is done when the page has been loaded and the browser has nothing else to do, at the latest after a few seconds. Returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  let idle: number | undefined;
  // Safari has no requestIdleCallback.
  const wait = () => {
    if ("requestIdleCallback" in window) idle = requestIdleCallback(act, { timeout: 4_000 });
    else setTimeout(act, 600);
  };
  const timer = setTimeout(wait, 1_000);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
