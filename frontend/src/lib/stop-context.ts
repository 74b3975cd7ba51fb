import { createContext, use } from "react";

/** Opens the windows of the crisis stop from any screen; the shell provides them. */
export interface StopDoors {
  /** Ask for the reason, then stop everything that goes out. */
  stop: () => void;
  /** Show what waits, then let posts go out again. */
  lift: () => void;
}

export const StopContext = createContext<StopDoors>({ stop: () => {}, lift: () => {} });

export const useStopDoors = (): StopDoors => use(StopContext);
