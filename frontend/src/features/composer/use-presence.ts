import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "~/api/client";

/** Whoever only passes by need not be announced, and the post comes first. */
const FIRST_MS = 1_500;
const SAY_MS = 20_000;
const WRITING_MS = 30_000;

const options = (id: string) => api.queryOptions("get", "/api/posts/{id}/presence/", { params: { path: { id } } });

/** Colleagues who have the post open too; they hear of us. `writing` changes with every stroke here. */
export function usePresence(id: string | undefined, writing: unknown) {
  const queryClient = useQueryClient();
  // What we say is answered with who is there; asked for only when that is known to have changed.
  const isTold = id !== undefined && queryClient.getQueryData(options(id).queryKey) !== undefined;
  const { data } = useQuery({ ...options(id ?? ""), enabled: isTold });
  const begun = useRef(writing);
  const wroteAt = useRef(0);
  const say = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!id) return;
    let told: boolean | null = null;
    const send = (body: { is_writing: boolean; has_left: boolean }) =>
      api
        .send("post", "/api/posts/{id}/presence/", { params: { path: { id } }, body })
        .then((others) => queryClient.setQueryData(options(id).queryKey, others))
        // Nobody misses a courtesy.
        .catch(() => undefined);
    const tell = () => {
      if (document.visibilityState === "hidden") return;
      told = Date.now() - wroteAt.current < WRITING_MS;
      void send({ is_writing: told, has_left: false });
    };
    say.current = () => {
      if (told !== true) tell();
    };
    const first = setTimeout(tell, FIRST_MS);
    const timer = setInterval(tell, SAY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      say.current = null;
      if (told !== null) void send({ is_writing: false, has_left: true });
    };
  }, [id, queryClient]);
  useEffect(() => {
    if (begun.current === writing) return;
    begun.current = writing;
    wroteAt.current = Date.now();
    say.current?.();
  }, [writing]);
  return data ?? [];
}
