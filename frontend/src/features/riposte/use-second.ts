import { useSyncExternalStore } from "react";

const second = () => Math.floor(Date.now() / 1000) * 1000;
const still = () => () => {};

const ticking = (listener: () => void) => {
  const timer = setInterval(listener, 250);
  return () => clearInterval(timer);
};

/** The current second, in ms since 1970; it stands still while nothing runs. */
export function useSecond(isRunning: boolean): number {
  return useSyncExternalStore(isRunning ? ticking : still, second);
}
