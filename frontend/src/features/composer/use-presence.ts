import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "~/api/client";

const SAY_MS = 20_000;
const WRITING_MS = 30_000;

const options = (id: string) => api.queryOptions("get", "/api/posts/{id}/presence/", { params: { path: { id } } });

/** Colleagues who have the post open too; they hear of us. `writing` changes with every stroke here. */
export function usePresence(id: string | undefined, writing: unknown) {
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...options(id ?? ""), enabled: id !== undefined });
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
    tell();
    const timer = setInterval(tell, SAY_MS);
    return () => {
      clearInterval(timer);
      say.current = null;
      void send({ is_writing: false, has_left: true });
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
