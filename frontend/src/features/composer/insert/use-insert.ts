import { type RefObject, useRef, useState } from "react";
import type { Kind } from "./kinds";

interface Means {
  fields: RefObject<(HTMLTextAreaElement | null)[]>;
  parts: readonly string[];
  set: (index: number, text: string) => void;
}

/** Puts things in where the caret is, or was last. An "@" at the beginning of a word opens the address book and goes when somebody is chosen. */
export function useInsert({ fields, parts, set }: Means) {
  const last = useRef(0);
  const [open, setOpen] = useState<Kind | null>(null);
  const isTyped = useRef(false);
  const put = (text: string, dropped: number) => {
    const index = Math.min(last.current, parts.length - 1);
    const field = fields.current[index];
    const whole = parts[index] ?? "";
    const start = Math.max(0, (field?.selectionStart ?? whole.length) - dropped);
    const end = field?.selectionEnd ?? whole.length;
    const before = whole.slice(0, start);
    const gap = /[\p{L}\p{N}}]$/u.test(before) && /^[#{\p{L}]/u.test(text) ? " " : "";
    set(index, `${before}${gap}${text}${whole.slice(end)}`);
    const caret = start + gap.length + text.length;
    // After the dialog has given the focus back.
    setTimeout(() => {
      const now = fields.current[index];
      now?.focus();
      now?.setSelectionRange(caret, caret);
    }, 50);
  };
  return {
    open,
    setOpen: (kind: Kind | null) => {
      isTyped.current = isTyped.current && kind === null;
      setOpen(kind);
    },
    onFocus: (index: number) => {
      last.current = index;
    },
    /** To be told of every change by hand. */
    onTyped: (index: number, before: string, field: HTMLTextAreaElement) => {
      const caret = field.selectionEnd;
      const isNew = field.value.length === before.length + 1 && field.value[caret - 1] === "@";
      if (!isNew || /[^\s(«“"'’]/.test(field.value[caret - 2] ?? " ")) return;
      last.current = index;
      isTyped.current = true;
      setOpen("contact");
    },
    insert: (text: string) => {
      const dropped = isTyped.current ? 1 : 0;
      isTyped.current = false;
      put(text, dropped);
    },
    /** Nobody was chosen: what was typed meanwhile was meant for the text. */
    onLeave: (words: string) => {
      if (isTyped.current) put(words, 0);
      isTyped.current = false;
    },
  };
}
