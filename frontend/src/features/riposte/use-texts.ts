import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import type { Riposte, Version } from "./model";

const WAIT_MS = 700;
type Typed = Record<string, string[]>;

const textsOf = (versions: readonly Version[]): Typed =>
  Object.fromEntries(versions.map(({ language, segments }) => [language, [...segments]]));

/** The texts as they are typed, saved by themselves a moment later. What somebody else changed meanwhile is shown, never overwritten. */
export function useTexts(riposte: Riposte) {
  const { content } = riposte;
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Typed>();
  const [isConflict, setConflict] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const revision = useRef(content.revision);
  if (typed === undefined) revision.current = content.revision;

  const save = useMutation({
    mutationFn: (texts: Typed) =>
      api.send("patch", "/api/posts/{id}/", {
        params: { path: { id: content.id }, header: { "If-Match": `"${revision.current}"` } },
        body: {
          versions: content.versions.map((version) => ({
            ...version,
            segments: texts[version.language] ?? version.segments,
          })),
        },
      } as never),
    onSuccess: async (saved, texts) => {
      revision.current = saved.revision;
      await api.refresh(queryClient, "/api/ripostes/", "/api/posts/");
      // What was typed while it was being saved stays.
      setTyped((now) => (now === texts ? undefined : now));
    },
    onError: (error) => {
      if (asProblem(error).status !== 412) return;
      setConflict(true);
      void api.refresh(queryClient, "/api/ripostes/");
    },
  });

  const latest = useRef({ typed, save: save.mutateAsync });
  latest.current = { typed, save: save.mutateAsync };
  /** Whatever is typed is saved; resolves to whether it is. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const { typed: texts, save: send } = latest.current;
    if (!texts) return true;
    return send(texts).then(
      () => true,
      () => false,
    );
  };
  const flushLast = useRef(flush);
  flushLast.current = flush;
  useEffect(() => () => void flushLast.current(), []);

  const write = (language: string, index: number, text: string) => {
    const base = typed ?? textsOf(content.versions);
    const parts = [...(base[language] ?? [""])];
    parts[index] = text;
    setTyped({ ...base, [language]: parts });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), WAIT_MS);
  };

  return {
    texts: typed ?? textsOf(content.versions),
    write,
    flush,
    isSaved: typed === undefined,
    error: save.error && !isConflict ? asProblem(save.error) : undefined,
    isConflict,
    keepMine: () => {
      revision.current = content.revision;
      setConflict(false);
      void flush();
    },
    takeTheirs: () => {
      setTyped(undefined);
      setConflict(false);
    },
  };
}
