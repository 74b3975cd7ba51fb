import { parseAmount, writeAmount } from "~/lib/amount";

/** A part of an invoice as it is typed. */
export interface Part {
  key: number;
  line: string;
  request: string;
  campaign: string;
  net: string;
  vat: string;
}

export interface Whole {
  net_cents: number;
  vat_cents: number;
}

interface Typed {
  net: string;
  vat: string;
}

export const newPart = (key: number): Part => ({ key, line: "", request: "", campaign: "", net: "", vat: "" });

const centsOf = (typed: string): number | null => (typed.trim() === "" ? 0 : parseAmount(typed));

/** What of the whole no part has yet, below zero for what is too much; null while an amount cannot be read. */
export function leftOf(whole: Whole, parts: readonly Typed[]): Whole | null {
  let { net_cents, vat_cents } = whole;
  for (const part of parts) {
    const net = centsOf(part.net);
    const vat = centsOf(part.vat);
    if (net === null || vat === null) return null;
    net_cents -= net;
    vat_cents -= vat;
  }
  return { net_cents, vat_cents };
}

/** The part with the rest added to it; as it was where nothing is left, or it would go below zero. */
export function withRest<Of extends Typed>(part: Of, left: Whole): Of {
  if (left.net_cents === 0 && left.vat_cents === 0) return part;
  const net = (centsOf(part.net) ?? 0) + left.net_cents;
  const vat = (centsOf(part.vat) ?? 0) + left.vat_cents;
  return net < 0 || vat < 0 ? part : { ...part, net: writeAmount(net), vat: writeAmount(vat) };
}

/** One part more. The only one has had the whole until then, so its amounts are shown from now on. */
export function onePartMore(parts: readonly Part[], whole: Whole): Part[] {
  const fresh = newPart(Math.max(0, ...parts.map(({ key }) => key)) + 1);
  const [only] = parts;
  if (parts.length === 1 && only) {
    return [{ ...only, net: writeAmount(whole.net_cents), vat: writeAmount(whole.vat_cents) }, fresh];
  }
  return [...parts, fresh];
}

/** What is sent: the only part is the whole. */
export const draftsOf = (parts: readonly Part[], whole: Whole) =>
  parts.map(({ line, request, campaign, net, vat }) => ({
    line,
    request: request || null,
    campaign: campaign || null,
    net_cents: parts.length === 1 ? whole.net_cents : (centsOf(net) ?? 0),
    vat_cents: parts.length === 1 ? whole.vat_cents : (centsOf(vat) ?? 0),
    closes: Boolean(request),
  }));

/** Whether every part has a line and nothing is left over. */
export function isDivided(parts: readonly Part[], whole: Whole): boolean {
  if (parts.some(({ line }) => !line)) return false;
  if (parts.length === 1) return true;
  const left = leftOf(whole, parts);
  return left?.net_cents === 0 && left.vat_cents === 0 && parts.every(({ net }) => (centsOf(net) ?? 0) > 0);
}

/** How a credit note lowers these expenses at first: the first that it fits, else as much of each as it bears, in order. */
export function proposedShares(expenses: readonly Whole[], note: Whole): Typed[] {
  const fits = (each: Whole, part: Whole) => {
    const net = each.net_cents - part.net_cents;
    const vat = each.vat_cents - part.vat_cents;
    return net >= 0 && vat >= 0 && (net > 0 || vat === 0);
  };
  const typed = ({ net_cents, vat_cents }: Whole): Typed =>
    net_cents || vat_cents ? { net: writeAmount(net_cents), vat: writeAmount(vat_cents) } : { net: "", vat: "" };
  const nothing = { net_cents: 0, vat_cents: 0 };
  const first = expenses.findIndex((each) => fits(each, note));
  if (first >= 0) return expenses.map((_, index) => typed(index === first ? note : nothing));
  let rest = note;
  return expenses.map((each) => {
    const isAll = rest.net_cents >= each.net_cents && rest.vat_cents >= each.vat_cents;
    const part = isAll
      ? each
      : {
          net_cents: Math.min(each.net_cents, rest.net_cents),
          vat_cents: Math.min(each.vat_cents, rest.vat_cents),
        };
    if (!fits(each, part)) return typed(nothing);
    rest = { net_cents: rest.net_cents - part.net_cents, vat_cents: rest.vat_cents - part.vat_cents };
    return typed(part);
  });
}
