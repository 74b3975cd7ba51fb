/** The emoji of Unicode with their names in the language one writes in; loaded when somebody asks for them, from here and nowhere else. */
export interface Emoji {
  text: string;
  name: string;
  words: string;
}
interface Entry {
  label: string;
  unicode: string;
  tags?: string[];
}

const load: Record<string, () => Promise<{ default: unknown }>> = {
  fr: () => import("emojibase-data/fr/compact.json"),
  nl: () => import("emojibase-data/nl/compact.json"),
  de: () => import("emojibase-data/de/compact.json"),
  en: () => import("emojibase-data/en/compact.json"),
};

export async function emojiIn(language: string): Promise<Emoji[]> {
  const entries = (await (load[language] ?? load.en)?.())?.default as Entry[];
  return entries
    .filter(({ tags }) => tags)
    .map(({ label, unicode, tags = [] }) => ({ text: unicode, name: label, words: tags.join(" ").toLowerCase() }));
}

const KEY = "carillon-emoji";
const MOST = 16;

/** Return those that were used last on this device. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(sign: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([sign, ...recent().filter((each) => each !== sign)].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing offers them in their usual order.
  }
}
