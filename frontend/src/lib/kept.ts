/** What this browser remembers of an upload that is not at its end: enough to say which file it was, and whose. */
export interface Note {
  key: string;
  person: string;
  organisation: string;
  /** Id of the folder it goes into; "" for none. */
  folder: string;
  /** The post that shows it when it has arrived: its id, "new" for one that was never saved; "" for the library alone. */
  place: string;
  name: string;
  size: number;
  /** ms since 1970. */
  at: number;
  /** Its bytes are kept too. */
  hasFile: boolean;
}

/** The server forgets an unfinished upload after a day: campaigns/media/pieces.py. */
export const KEPT_MS = 24 * 3600_000;
/** Of all unfinished uploads together; more than this is not copied into the browser's store. */
export const KEPT_BYTES = 300 * 1024 * 1024;

/** Return whether so many bytes still fit beside what is kept. */
export const fits = (notes: readonly Note[], size: number): boolean =>
  notes.reduce((sum, { hasFile, size }) => sum + (hasFile ? size : 0), size) <= KEPT_BYTES;

/** Return the notes that are good for this person, organisation and place now, and those that nobody will ask for any more. */
export function sorted(
  notes: readonly Note[],
  { person, organisation, place, now }: { person: string; organisation: string; place: string; now: number },
): { mine: Note[]; over: Note[] } {
  const over = notes.filter((note) => note.person !== person || now - note.at >= KEPT_MS);
  const mine = notes.filter(
    (note) => note.organisation === organisation && (note.place ?? "") === place && !over.includes(note),
  );
  return { mine, over };
}

/** Return the note of which this is the file: the name and the number of bytes agree. */
export const noteOf = (notes: readonly Note[], file: Pick<File, "name" | "size">): Note | undefined =>
  notes.find(({ name, size }) => name === file.name && size === file.size);
