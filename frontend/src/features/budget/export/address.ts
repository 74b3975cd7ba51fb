export const tables = ["lines", "ledger", "payments", "requests", "hours", "months"] as const;
export type Table = (typeof tables)[number];
export type Kind = "board.pdf" | "export.xlsx" | "export.csv";

/** Where a period is taken along from; what is not given the server chooses. */
export function addressOf(period: string, kind: Kind, query: Record<string, string>): string {
  return `/api/periods/${period}/${kind}?${new URLSearchParams(query)}`;
}
