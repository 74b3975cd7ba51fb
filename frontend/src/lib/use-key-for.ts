import { useState } from "react";
import { newKey } from "./new-key";

/**
 * Return the Idempotency-Key for what is about to be sent: the same content again, after an answer that got lost, goes with the same
 * key and makes nothing twice. Call `sent` once an answer came: the same content is then another one.
 */
export const useKeyFor = () => useState(keys)[0];

/** The keys of one form. */
export function keys() {
  let last = { said: "", key: "" };
  return {
    keyFor: (content: unknown): string => {
      const said = JSON.stringify(content);
      if (last.said !== said) last = { said, key: newKey() };
      return last.key;
    },
    sent: (): void => {
      last = { said: "", key: "" };
    },
  };
}
