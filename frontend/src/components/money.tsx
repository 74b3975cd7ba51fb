import { useFormat } from "~/lib/use-format";

/** An amount in cents, in the reader's spelling, with figures that stand under one another. */
export function Money({ cents, currency }: { cents: number; currency?: string }) {
  return <span className="num">{useFormat().money(cents, currency)}</span>;
}
