import { clear, createStore, del, get, set, type UseStore } from "idb-keyval";
import { fits, type Note, sorted } from "~/lib/kept";

/** Files of unfinished uploads, in this browser: notes of all of them, and the bytes of those that fit. After a reload they go on. */
const NOTES = "carillon.uploads";
const LOCK = "carillon-upload-";

let files: UseStore | undefined;
const store = () => (files ??= createStore("carillon-uploads", "files"));

function notes(): Note[] {
  try {
    return JSON.parse(localStorage.getItem(NOTES) ?? "[]") as Note[];
  } catch {
    return [];
  }
}

function write(next: readonly Note[]): void {
  try {
    if (next.length > 0) localStorage.setItem(NOTES, JSON.stringify(next));
    else localStorage.removeItem(NOTES);
  } catch {
    // No room for a note: the upload goes on all the same, only a reload would lose it.
  }
}

/** It is remembered, with its bytes where the browser has room for them. */
export async function keep(file: File, note: Omit<Note, "name" | "size" | "at" | "hasFile">): Promise<void> {
  const before = notes().filter(({ key }) => key !== note.key);
  const fresh = { ...note, name: file.name, size: file.size, at: Date.now(), hasFile: false };
  const has = fits(before, file.size);
  write([...before, fresh]);
  hold(note.key);
  if (!has) return;
  try {
    await set(note.key, file, store());
    write(notes().map((each) => (each.key === note.key ? { ...each, hasFile: true } : each)));
    // Forgotten while it was written: nothing may stay behind.
    if (!notes().some(({ key }) => key === note.key)) await del(note.key, store());
  } catch {
    // The browser keeps nothing (private window, disk full): the note asks for the file again.
  }
}

/** Nothing of it is remembered: it arrived, or somebody left it out. */
export async function forget(key: string): Promise<void> {
  release(key);
  const had = notes().find((note) => note.key === key);
  write(notes().filter((note) => note.key !== key));
  if (had) await del(key, store()).catch(() => undefined);
}

/** Nothing of anybody's is remembered, neither what tus wrote down of where its files stopped: they signed out. */
export async function forgetAll(): Promise<void> {
  write([]);
  for (const key of Object.keys(localStorage)) if (key.startsWith("tus::")) localStorage.removeItem(key);
  await clear(store()).catch(() => undefined);
}

/** Return what was left unfinished here, with the file where it is kept; not what another tab is busy with. */
export async function unfinished(who: {
  person: string;
  organisation: string;
  place: string;
}): Promise<{ note: Note; file?: File }[]> {
  const { mine, over } = sorted(notes(), { ...who, now: Date.now() });
  await Promise.all(over.map(({ key }) => forget(key)));
  const busy = await held();
  const found = mine.filter(({ key }) => !busy.has(key));
  return Promise.all(
    found.map(async (note) => {
      hold(note.key);
      const file = note.hasFile ? await get<File>(note.key, store()).catch(() => undefined) : undefined;
      return file ? { note, file } : { note };
    }),
  );
}

/** The post that this tab brings files to has another name by now: it was saved for the first time. */
export function moved({ from, to }: { from: string; to: string }): void {
  write(notes().map((note) => (note.place === from && releases.has(note.key) ? { ...note, place: to } : note)));
}

const releases = new Map<string, () => void>();

/** This tab is busy with it, until it lets go or is closed. */
function hold(key: string): void {
  if (releases.has(key)) return;
  releases.set(key, () => undefined);
  void navigator.locks?.request(
    LOCK + key,
    { ifAvailable: true },
    () => releases.has(key) && new Promise<void>((resolve) => void releases.set(key, resolve)),
  );
}

/** Another screen or tab may go on with it. */
export function release(key: string): void {
  releases.get(key)?.();
  releases.delete(key);
}

async function held(): Promise<ReadonlySet<string>> {
  const known = (await navigator.locks?.query())?.held ?? [];
  return new Set([...releases.keys(), ...known.map(({ name = "" }) => name.slice(LOCK.length))]);
}
