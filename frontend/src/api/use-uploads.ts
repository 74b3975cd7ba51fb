import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "./client";
import { asProblem, type Problem } from "./problem";
import { PAUSED, uploadAsset } from "./upload";
import type { Keeper } from "./use-keeper";

export type Asset = Answer<"post", "/api/assets/">;

export interface Uploading {
  id: number;
  file: File;
  /** Id of the folder it goes into; "" for none. */
  folder: string;
  /** What it is kept under, for after a reload; "": it is not kept. */
  key: string;
  /** 0-1 of its bytes have left; 1: the server is drawing it. */
  share: number;
  problem: Problem | null;
}

const AT_ONCE = 3;
let last = 0;

interface Around {
  /** Id of the folder that files go into; "" for none. */
  folder?: string;
  /** Keeps what is unfinished in this browser, so that it goes on after a reload. */
  keeper?: Keeper;
}

/** Files on their way to the library, a few at a time. Each arrives alone: `onDone` gets its asset, and whether it was there already. */
export function useUploads(
  onDone: (asset: Asset, wasKnown: boolean) => void,
  { folder: into = "", keeper }: Around = {},
) {
  const [isPaused, setPaused] = useState(false);
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const started = useRef(new Map<number, AbortController>());
  const now = useRef(uploads);
  const done = useRef(onDone);
  const isGone = useRef(false);
  useEffect(() => {
    done.current = onDone;
    now.current = uploads;
  });

  const patch = useCallback((id: number, change: Partial<Uploading>) => {
    setUploads((now) => now.map((each) => (each.id === id ? { ...each, ...change } : each)));
  }, []);
  const forget = useCallback(
    (id: number) => {
      started.current.get(id)?.abort();
      started.current.delete(id);
      keeper?.forget(now.current.find((each) => each.id === id)?.key ?? "");
      setUploads((now) => now.filter((each) => each.id !== id));
    },
    [keeper],
  );

  useEffect(() => {
    if (isPaused) return;
    const waiting = uploads.filter(({ id, problem }) => !problem && !started.current.has(id));
    for (const { id, file, folder, key } of waiting.slice(0, Math.max(0, AT_ONCE - started.current.size))) {
      const abort = new AbortController();
      started.current.set(id, abort);
      let wasKnown = false;
      uploadAsset({
        file,
        folder,
        signal: abort.signal,
        onProgress: (share) => patch(id, { share }),
        onKnown: () => {
          wasKnown = true;
        },
      }).then(
        (asset) => {
          forget(id);
          done.current(asset, wasKnown);
        },
        (error: unknown) => {
          started.current.delete(id);
          if (isGone.current) keeper?.release(key);
          patch(id, { problem: asProblem(error), share: 0 });
        },
      );
    }
  }, [uploads, isPaused, patch, forget, keeper]);

  // What has not begun when the screen is left goes on when somebody comes back to it; what has begun arrives all the same.
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      for (const { id, key } of now.current) if (!started.current.has(id)) keeper?.release(key);
    };
  }, [keeper]);

  const begin = useCallback((file: File, folder: string, key: string) => {
    setUploads((now) => [...now, { id: ++last, file, folder, key, share: 0, problem: null }]);
  }, []);
  const add = useCallback(
    (files: Iterable<File>, folder = into) => {
      for (const file of files) begin(file, folder, keeper?.keep(file, folder) ?? "");
    },
    [into, keeper, begin],
  );
  useEffect(() => keeper?.onFound((file, { folder, key }) => begin(file, folder, key)), [keeper, begin]);

  const retry = useCallback((id: number) => patch(id, { problem: null }), [patch]);
  // What found no connection waits for it.
  useEffect(() => {
    const goOn = () =>
      setUploads((now) => now.map((each) => (each.problem?.status === 0 ? { ...each, problem: null } : each)));
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, []);
  /** What has arrived of each stays at the server; going on sends the rest. */
  const pause = useCallback((isPaused: boolean) => {
    setPaused(isPaused);
    if (!isPaused) return;
    for (const abort of started.current.values()) abort.abort(PAUSED);
    started.current.clear();
  }, []);
  return { uploads, add, cancel: forget, retry, isPaused, pause };
}

/** The pictures among what was dropped or pasted. */
export const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(
    ({ type, name }) => type.startsWith("image/") || /\.(jpe?g|png|webp|gif|heic)$/i.test(name),
  );
