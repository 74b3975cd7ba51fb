import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Desk, type DeskState } from "./desk";
import type { Draft, Post } from "./draft";
import { keepDraft, keptDraft } from "./keep";

/** The address a post is read from: one key for the query and for what a save answers. */
export const postOptions = (id: string) => api.queryOptions("get", "/api/posts/{id}/", { params: { path: { id } } });

interface Start {
  post: Post | null;
  draft: Draft;
  onCreated: (post: Post) => void;
  onMerged: () => void;
}

/** A desk for one post, for as long as its screen is open. It saves when the connection comes back and when one looks away. */
export function useDesk({ post, draft, onCreated, onMerged }: Start): [Desk, DeskState] {
  const { slug } = useOrganisation();
  const queryClient = useQueryClient();
  const [desk] = useState(
    () =>
      new Desk(
        { post, draft, kept: keptDraft(slug, post?.id ?? "new") },
        {
          create: (body, key) =>
            api.send("post", "/api/posts/", { body, params: { header: { "Idempotency-Key": key } } }),
          change: (id, body, revision) =>
            api.send("patch", "/api/posts/{id}/", {
              body,
              params: { path: { id }, header: { "If-Match": `"${revision}"` } },
            }),
          keep: (id, kept) => keepDraft(slug, id, kept),
          onMerged,
          onSaved: (saved, isNew) => {
            queryClient.setQueryData(postOptions(saved.id).queryKey, saved);
            if (isNew) onCreated(saved);
          },
        },
      ),
  );
  useEffect(() => {
    const save = () => void desk.flush();
    const onHidden = () => document.visibilityState === "hidden" && save();
    window.addEventListener("online", save);
    window.addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      window.removeEventListener("online", save);
      window.removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", onHidden);
      desk.leave();
      void api.refresh(queryClient, "/api/posts/", "/api/calendar/");
    };
  }, [desk, queryClient]);
  useEffect(() => {
    if (post) desk.receive(post);
  }, [desk, post]);
  return [desk, useSyncExternalStore(desk.subscribe, desk.snapshot)];
}
