import type { Answer } from "~/api/client";

export type Table = Answer<"post", "/api/imports/read/">;
export type Checked = Answer<"post", "/api/imports/check/">;
export type RowChecked = Checked["rows"][number];
export type Row = Table["rows"][number];
export type Order = "" | "dmy" | "mdy";

export const fields = [
  "date",
  "time",
  "when",
  "channel",
  "network",
  "campaign",
  "title",
  "language",
  "text",
  "link",
  "picture",
  "alt",
] as const;
const byLanguage = ["text", "link", "alt"] as const;

/** Return every field a column may hold, those of one language after those of none. */
export const fieldsFor = (languages: readonly string[]): string[] => [
  ...fields,
  ...byLanguage.flatMap((name) => languages.map((language) => `${name}_${language}`)),
];

/** Return the columns with this one holding that; what held it before holds nothing. */
export const withColumn = (columns: readonly string[], place: number, field: string): string[] =>
  columns.map((was, at) => (at === place ? field : was === field ? "" : was));

export const withCell = (rows: readonly Row[], number: number, column: number, text: string): Row[] =>
  rows.map((row) =>
    row.row === number ? { ...row, cells: row.cells.map((cell, at) => (at === column ? text : cell)) } : row,
  );

/** Return whether what the column holds may have several lines. */
export const isLong = (field: string | undefined): boolean => /^(text|alt)(_|$)/.test(field ?? "");

/** Return whether one answer for the whole file mends it, so that no cell needs to be written anew. */
export const settledAbove = ({ code }: { code: string }): boolean => code === "import-date-two-ways";

/** Return the columns that hold something, in their order. */
export const usedColumns = (columns: readonly string[]): number[] =>
  columns.flatMap((field, place) => (field ? [place] : []));

/** Return the address of an export of these days (both included) that passes the filters of the calendar. */
export function exportAddress(
  kind: "csv" | "xlsx",
  organisation: string,
  span: { from: string; to: string },
  filters: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams({ organisation, ...span });
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `/api/calendar/export.${kind}?${query}`;
}
