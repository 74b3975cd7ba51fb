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

export const withCell = (rows: readonly Row[], numbers: readonly number[], column: number, text: string): Row[] =>
  rows.map((row) =>
    numbers.includes(row.row) ? { ...row, cells: row.cells.map((cell, at) => (at === column ? text : cell)) } : row,
  );

export interface Repeated {
  column: number;
  text: string;
  rows: readonly number[];
}

/** Return what is wrong in more than one row alike, what is most frequent first: mended once, it is mended in all of them. */
export function repeated(
  rows: readonly Row[],
  said: ReadonlyMap<number, Pick<RowChecked, "problems">>,
  columns: readonly string[],
): Repeated[] {
  const found = new Map<string, { column: number; text: string; rows: number[] }>();
  for (const { row, cells } of rows) {
    const here = (said.get(row)?.problems ?? []).filter((one) => one.column !== null && !settledAbove(one));
    for (const column of new Set(here.map((one) => one.column as number))) {
      const text = (cells[column] ?? "").trim();
      if (!text || isLong(columns[column])) continue;
      const key = `${column} ${text}`;
      const known = found.get(key);
      if (known) known.rows.push(row);
      else found.set(key, { column, text, rows: [row] });
    }
  }
  return [...found.values()].filter((each) => each.rows.length > 1).sort((a, b) => b.rows.length - a.rows.length);
}

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
