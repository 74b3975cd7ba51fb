import type { KeyboardEvent, MouseEvent, TouchEvent } from "react";

/** How the board hands what happens on a card to the code that drags, which comes later than the cards. */
export interface Grip {
  onMouseDown: (event: MouseEvent) => void;
  onTouchStart: (event: TouchEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}
