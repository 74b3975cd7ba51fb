import { useState } from "react";
import { useComposing } from "./context";
import { hasText, type Language } from "./draft";

const KEY = "carillon.composer.beside";

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** The language shown beside the one in front, or null; the choice is this browser's. Set undefined: whichever suits. */
export function useBeside(front: Language | null): [Language | null, (language: Language | null | undefined) => void] {
  const { languages, own, draft } = useComposing();
  const [chosen, setChosen] = useState(kept);
  const source = draft.versions.find(({ language }) => language === front)?.source;
  const written = draft.versions.filter(({ segments }) => hasText(segments)).map(({ language }) => language);
  const suits = [source, chosen as Language, ...written, ...own].find((each) => each && each !== front);
  const isOn = chosen !== "" && front !== null;
  const set = (language: Language | null | undefined) => {
    const next = language === null ? "" : (language ?? suits ?? languages.find((each) => each !== front) ?? "");
    setChosen(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Private windows may forbid it: it holds until the page is left.
    }
  };
  const other = chosen !== front && languages.includes(chosen as Language) ? (chosen as Language) : suits;
  return [isOn && other ? other : null, set];
}
