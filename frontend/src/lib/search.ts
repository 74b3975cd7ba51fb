/** Reading what stands in an address. It is part of every first load, hence so small. What somebody typed there must never break a screen: anything else counts as not given. */

export type Given = Record<string, unknown>;

/** Return the text, a number or yes and no written out; undefined for none. */
export function text(value: unknown, most = 2000): string | undefined {
  const isWord = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isWord ? String(value).slice(0, most) || undefined : undefined;
}

/** Return the text when it looks so. */
export const fitting = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === "string" && pattern.test(value) ? value : undefined;

export const uuid = (value: unknown): string | undefined =>
  fitting(value, /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i);

export const oneOf = <Value extends string>(value: unknown, among: readonly Value[]): Value | undefined =>
  among.find((each) => each === value);

/** Return the number of a page, from 1. */
export const pageNumber = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : undefined;

/** The search as screens read it: what is not given is undefined or not there. */
export type Search<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

/** What is not given stays in it as undefined: the router lays this over what the address says, and would else keep what was typed there. */
export const given = <Shape extends object>(shape: Shape): Search<Shape> => shape as Search<Shape>;
