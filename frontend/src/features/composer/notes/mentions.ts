/** Names in notes: "@Ana Diaz". Pure. */
export interface Person {
  id: string;
  name: string;
}

/** What is being typed after an @ just before the cursor; null when none is. */
export function typedName(text: string, cursor: number): { start: number; typed: string } | null {
  const match = text.slice(0, cursor).match(/(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u);
  return match ? { start: cursor - (match[1] ?? "").length - 1, typed: match[1] ?? "" } : null;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the people one may mean, at most six. */
export function fitting(people: readonly Person[], typed: string): Person[] {
  const wanted = plain(typed);
  return people
    .filter(
      ({ name }) =>
        plain(name).startsWith(wanted) ||
        plain(name)
          .split(/\s/)
          .some((word) => word.startsWith(wanted)),
    )
    .slice(0, 6);
}

/** Return the people whose @name stands in the text. */
export const named = (people: readonly Person[], text: string): string[] =>
  people
    .filter(({ name }) => pieces(people, text).some((piece) => piece.isName && piece.text === `@${name}`))
    .map(({ id }) => id);

interface Piece {
  text: string;
  isName: boolean;
  /** Where it begins. */
  at: number;
}

/** Return the text in pieces, names apart. */
export function pieces(people: readonly Person[], text: string): Piece[] {
  const names = people.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [{ text, isName: false, at: 0 }];
  const any = new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "u");
  let at = 0;
  return text.split(any).flatMap((piece) => {
    const begins = at;
    at += piece.length;
    return piece ? [{ text: piece, isName: names.includes(piece), at: begins }] : [];
  });
}
