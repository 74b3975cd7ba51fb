/** Which parts of a screen a person has folded or opened, in this browser: by name, true for folded. */
export type Folds = Readonly<Record<string, boolean>>;

const nameOf = (person: string) => `carillon.folds.${person}`;

export function foldsOf(person: string): Folds {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(person)) ?? "{}");
    return kept && typeof kept === "object" ? (kept as Folds) : {};
  } catch {
    return {};
  }
}

/** It is remembered. A full or forbidden storage remembers nothing. */
export function rememberFold(person: string, part: string, isFolded: boolean): void {
  try {
    localStorage.setItem(nameOf(person), JSON.stringify({ ...foldsOf(person), [part]: isFolded }));
  } catch {
    // The next visit begins as if nobody had chosen.
  }
}
