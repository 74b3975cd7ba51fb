import type { Body, Draft } from "./draft";

/** What is not saved yet, kept in this browser until it is. */
export interface Kept {
  draft: Draft;
  /** What the server had when this was written; null for a post it does not know yet. */
  base: { revision: number; draft: Draft } | null;
  /** A first save that was sent and not answered: sent again as it was, so that one post comes of it. */
  creation: { key: string; body: Body } | null;
  /** ISO time. */
  at: string;
}

const nameOf = (organisation: string, id: string) => `carillon.draft.${organisation}.${id}`;

/** Return what this browser keeps of a post ("new": of one that was never saved), or null. */
export function keptDraft(organisation: string, id: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(organisation, id));
    const kept = text ? (JSON.parse(text) as Kept) : null;
    return kept && Array.isArray(kept.draft?.versions) && Array.isArray(kept.draft.placements) ? kept : null;
  } catch {
    return null;
  }
}

/** This browser keeps it, or nothing of that post any more. A full or forbidden storage keeps nothing. */
export function keepDraft(organisation: string, id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(nameOf(organisation, id), JSON.stringify(kept));
    else localStorage.removeItem(nameOf(organisation, id));
  } catch {
    // Private windows may forbid it: saving to the server goes on.
  }
}
