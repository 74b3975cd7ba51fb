/** What people type for an amount of money → integer cents, or null when it is none: "1 234,50", "1.234,50", "1,234.50", "€ 1234.5". */
export function parseAmount(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]|€|EUR|\$|£|CHF/gi, "");
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return cents(plain, "");
  const sign = plain.charAt(last);
  const other = sign === "." ? "," : ".";
  const whole = plain.slice(0, last);
  const tail = plain.slice(last + 1);
  const isGrouping = tail.length === 3 && !whole.includes(other) && /^[1-9]/.test(whole);
  if (isGrouping) return isGrouped(whole + sign + tail, sign) ? cents(plain.replaceAll(sign, ""), "") : null;
  if (tail.length > 2 || whole.includes(sign)) return null;
  if (whole.includes(other) && !isGrouped(whole, other)) return null;
  return cents(whole.replaceAll(other, ""), tail);
}

const isGrouped = (digits: string, sign: string): boolean =>
  digits.split(sign).every((part, index) => (index === 0 ? /^\d{1,3}$/.test(part) : /^\d{3}$/.test(part)));

const cents = (whole: string, part: string): number | null => {
  const sum = Number(whole || "0") * 100 + Number(part.padEnd(2, "0") || "0");
  return Number.isSafeInteger(sum) ? sum : null;
};

/** 123450 → "1234,50" with that decimal sign: what stands in the field before somebody types. */
export function writeAmount(value: number, decimal: "," | "." = ","): string {
  const part = value % 100;
  return `${Math.trunc(value / 100)}${part ? `${decimal}${String(part).padStart(2, "0")}` : ""}`;
}

/** Return the whole cents nearest to that per cent of the amount, the even one of two equally near, as the server rounds. `percent` may be 5.5. */
export function percentOf(amount: number, percent: number): number {
  const hundredths = amount * Math.round(percent * 100);
  const down = Math.floor(hundredths / 10_000);
  const rest = hundredths - down * 10_000;
  return rest > 5_000 || (rest === 5_000 && down % 2 === 1) ? down + 1 : down;
}
