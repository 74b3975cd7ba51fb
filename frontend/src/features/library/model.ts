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

export type Folder = components["schemas"]["FolderInLibrary"];

/** "Climate / March" for a folder that stands in another; "" for none. */
export function pathTo(folders: readonly Folder[], id: string): string {
  const folder = folders.find((each) => each.id === id);
  if (!folder) return "";
  const above = folder.parent ? pathTo(folders, folder.parent) : "";
  return above ? `${above} / ${folder.name}` : folder.name;
}

/** How many pictures lie in it and in the folders within. */
export function countIn(folders: readonly Folder[], folder: Folder): number {
  const inner = folders.filter(({ parent }) => parent === folder.id);
  return inner.reduce((sum, each) => sum + countIn(folders, each), folder.pictures);
}

/** Return the folder of that name, in capitals or not, that stands right in `parent` ("" for none). */
export const folderNamed = (
  folders: readonly Folder[],
  { name, parent }: { name: string; parent: string },
): Folder | undefined =>
  folders.find((each) => (each.parent ?? "") === parent && each.name.toLowerCase() === name.trim().toLowerCase());
