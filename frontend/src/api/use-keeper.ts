import { useEffect, useMemo, useRef, useState } from "react";
import { type Note, noteOf } from "~/lib/kept";
import { newKey } from "~/lib/new-key";
import { forget, keep, moved, release, unfinished } from "./kept-uploads";
import { useMe, useOrganisation } from "./me";

export interface Keeper {
  /** Return the key under which it is remembered. */
  keep: (file: File, folder: string) => string;
  forget: (key: string) => void;
  release: (key: string) => void;
  /** Call back with each file that goes on; return how to stop that. */
  onFound: (go: (file: File, note: Pick<Note, "folder" | "key">) => void) => () => void;
}

/** What was unfinished when this browser was closed or the page loaded again: files that are still there go on by themselves,
 * `lost` are those that must be chosen once more. `place`: the post that shows them (its id, "new"), or "" for the library. */
export function useKeeper(place = ""): {
  keeper: Keeper;
  lost: readonly Note[];
  found: (files: readonly File[]) => File[];
  leave: () => void;
} {
  const person = useMe().id;
  const { slug: organisation } = useOrganisation();
  const [lost, setLost] = useState<readonly Note[]>([]);
  const door = useMemo(() => opening(), []);
  const here = useRef(place);
  useEffect(() => {
    if (here.current === place) return;
    moved({ from: here.current, to: place });
    here.current = place;
  }, [place]);

  const keeper = useMemo<Keeper>(
    () => ({
      keep: (file, folder) => {
        const key = newKey();
        void keep(file, { key, person, organisation, folder, place: here.current });
        return key;
      },
      forget: (key) => void (key && forget(key)),
      release: (key) => void (key && release(key)),
      onFound: door.listen,
    }),
    [person, organisation, door],
  );

  useEffect(() => {
    if (!person) return;
    let isHere = true;
    void unfinished({ person, organisation, place: here.current }).then((all) => {
      for (const { note, file } of all) {
        if (!isHere) release(note.key);
        else if (file) door.say(file, note);
      }
      if (isHere) setLost(all.filter(({ file }) => !file).map(({ note }) => note));
    });
    return () => {
      isHere = false;
    };
  }, [person, organisation, door]);
  const now = useRef(lost);
  useEffect(() => {
    now.current = lost;
  });
  useEffect(
    () => () => {
      for (const { key } of now.current) release(key);
    },
    [],
  );

  /** Those of these files that were looked for go on; return the others. */
  const found = (files: readonly File[]): File[] => {
    let left = lost;
    const others = files.filter((file) => {
      const note = noteOf(left, file);
      if (!note) return true;
      left = left.filter((each) => each !== note);
      void keep(file, note);
      door.say(file, note);
      return false;
    });
    setLost(left);
    return others;
  };
  const leave = () => {
    for (const { key } of lost) void forget(key);
    setLost([]);
  };
  return { keeper, lost, found, leave };
}

type Listener = (file: File, note: Pick<Note, "folder" | "key">) => void;

function opening() {
  let listener: Listener | undefined;
  return {
    say: (file: File, note: Pick<Note, "folder" | "key">) => listener?.(file, note),
    listen: (next: Listener) => {
      listener = next;
      return () => {
        if (listener === next) listener = undefined;
      };
    },
  };
}
