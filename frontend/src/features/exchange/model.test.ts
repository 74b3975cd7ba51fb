import { describe, expect, it } from "vitest";
import { exportAddress, fieldsFor, repeated, usedColumns, withCell, withColumn } from "./model";

describe("an import", () => {
  it("gives each field to one column", () => {
    expect(withColumn(["date", "", "text"], 1, "date")).toEqual(["", "date", "text"]);
    expect(usedColumns(["", "date", ""])).toEqual([1]);
  });

  it("changes one cell of one row", () => {
    const rows = [
      { row: 2, cells: ["a", "b"] },
      { row: 4, cells: ["c", "d"] },
    ];
    expect(withCell(rows, [4], 1, "x")).toEqual([rows[0], { row: 4, cells: ["c", "x"] }]);
  });

  it("finds what is wrong in many rows alike, but not long texts, empty cells or what is settled for the whole file", () => {
    const rows = [
      { row: 2, cells: ["3/4/27", "Facebook", "Bonjour", ""] },
      { row: 3, cells: ["3/4/27", " Facebook", "Bonjour", ""] },
      { row: 4, cells: ["3/4/27", "radio", "Bonjour", ""] },
    ];
    const wrong = (column: number, code: string) => ({ column, code, message: "" });
    const problems = [0, 1, 2, 3].map((column) => wrong(column, column ? "x" : "import-date-two-ways"));
    const said = new Map(rows.map(({ row }) => [row, { problems }]));
    expect(repeated(rows, said, ["date", "channel", "text_fr", "campaign"])).toEqual([
      { column: 1, text: "Facebook", rows: [2, 3] },
    ]);
  });

  it("knows texts, links and descriptions by language", () => {
    expect(fieldsFor(["fr"])).toContain("alt_fr");
    expect(fieldsFor(["fr"])).not.toContain("date_fr");
  });
});

describe("an export", () => {
  it("takes the calendar's filters along", () => {
    const address = exportAddress("csv", "ours", { from: "a", to: "b" }, { channel: "1,2", q: undefined });
    expect(address).toBe("/api/calendar/export.csv?organisation=ours&from=a&to=b&channel=1%2C2");
  });
});
