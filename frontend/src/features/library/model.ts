import type { components } from "~/api/schema.gen";

export type Asset = components["schemas"]["AssetInLibrary"];

/** The languages of these that say nothing about the picture yet. */
export const missingAlt = (asset: Pick<Asset, "alt">, languages: readonly string[]): string[] =>
  languages.filter((language) => !asset.alt[language]?.trim());

/** "2.4 MB" in parts: the number and the unit, for the reader's spelling. */
export function sizeOf(bytes: number): { value: number; unit: "kilobyte" | "megabyte" } {
  return bytes < 1_000_000
    ? { value: Math.max(1, Math.round(bytes / 1000)), unit: "kilobyte" }
    : { value: Math.round(bytes / 100_000) / 10, unit: "megabyte" };
}

/** Return only the texts that differ from the saved ones: the others stay as they are on the server. */
export function changedAlt(saved: Record<string, string>, written: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(written).filter(([language, text]) => text.trim() !== (saved[language] ?? "").trim()),
  );
}
