import type { components } from "~/api/schema.gen";
import { fitness, plain } from "~/lib/fuzzy";

export type Suggested = components["schemas"]["SupplierSuggested"];

/** By what two ways of writing one name are the same, as the server sees it: case and spaces apart. */
const keyOf = (text: string): string => text.trim().split(/\s+/).join(" ").toLowerCase();

// What companies are in law says nothing about who they are; the server knows the same ones.
const legal = new Set(
  "sa nv srl bv sprl bvba asbl vzw aisbl ivzw scrl cvba sc cv gmbh ag ug kg ohg sarl sas sasu eurl ltd limited plc inc llc eg ev".split(
    " ",
  ),
);

/** What is left of a name without accents, signs and legal form. */
export function coreOf(text: string): string {
  const words = plain(text)
    .replace(/\.(?=\p{L})|(?<=\p{L})\./gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const kept = words.filter((word) => !legal.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
}

/** Whose name this is exactly, in any of its ways of writing. */
export const known = (typed: string, among: readonly Suggested[]): Suggested | undefined =>
  among.find(({ name, others }) => [name, ...others].some((each) => keyOf(each) === keyOf(typed)));

/** The names that fit what is typed, best first: with these words in them, or spelled almost alike. */
export function fitting(typed: string, among: readonly Suggested[], most = 6): Suggested[] {
  const core = coreOf(typed);
  const points = ({ name, others }: Suggested) =>
    Math.max(
      ...[name, ...others].map((each) => Math.max(fitness(typed, each), core ? 6 * nearness(core, coreOf(each)) : 0)),
    );
  return among
    .map((one) => ({ one, points: points(one) }))
    .filter((each) => each.points > 0)
    .sort((a, b) => b.points - a.points || a.one.name.localeCompare(b.one.name))
    .slice(0, most)
    .map(({ one }) => one);
}

/** How alike a name is to what is typed, or its beginning is: most names are found before they are written out. */
const nearness = (typed: string, name: string): number =>
  Math.max(likeness(typed, name), 0.8 * likeness(typed, name.slice(0, typed.length)));

/** 1: the same. 0: more than one letter in four is another. */
function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const most = Math.floor(longest / 4);
  if (longest < 4 || Math.abs(one.length - other.length) > most) return one === other ? 1 : 0;
  const away = distance(one, other);
  return away > most ? 0 : 1 - away / longest;
}

/** How many letters have to be changed, added, left out or swapped to make one of the other. */
export function distance(one: string, other: string): number {
  let older: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    older = above;
    above = row;
  }
  return above[other.length] ?? 0;
}
