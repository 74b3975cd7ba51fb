import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "./client";
import { asProblem, type Problem } from "./problem";
import { PAUSED, uploadAsset } from "./upload";

export type Asset = Answer<"post", "/api/assets/">;

export interface Uploading {
  id: number;
  file: File;
  /** Id of the folder it goes into; "" for none. */
  folder: string;
  /** 0-1 of its bytes have left; 1: the server is drawing it. */
  share: number;
  problem: Problem | null;
}

const AT_ONCE = 3;
let last = 0;

/** Files on their way to the library, a few at a time. Each arrives alone: `onDone` gets its asset, and whether it was there already. */
export function useUploads(onDone: (asset: Asset, wasKnown: boolean) => void, folder = "") {
  const [isPaused, setPaused] = useState(false);
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const started = useRef(new Map<number, AbortController>());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const patch = useCallback((id: number, change: Partial<Uploading>) => {
    setUploads((now) => now.map((each) => (each.id === id ? { ...each, ...change } : each)));
  }, []);
  const forget = useCallback((id: number) => {
    started.current.get(id)?.abort();
    started.current.delete(id);
    setUploads((now) => now.filter((each) => each.id !== id));
  }, []);

  useEffect(() => {
    if (isPaused) return;
    const waiting = uploads.filter(({ id, problem }) => !problem && !started.current.has(id));
    for (const { id, file, folder } of waiting.slice(0, Math.max(0, AT_ONCE - started.current.size))) {
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
          patch(id, { problem: asProblem(error), share: 0 });
        },
      );
    }
  }, [uploads, isPaused, patch, forget]);

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ id: ++last, file, folder, share: 0, problem: null }));
      setUploads((now) => [...now, ...fresh]);
    },
    [folder],
  );
  const retry = useCallback((id: number) => patch(id, { problem: null }), [patch]);
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
