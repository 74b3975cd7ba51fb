export interface Open {
  close: () => void;
  /** The number of its own entry in the browser's history, where it has one. */
  entry?: number;
}

/** The windows and menus that are open, the topmost last. */
export const open: Open[] = [];
