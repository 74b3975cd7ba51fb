import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { toast, toastProblem } from "~/components/toast";

export type Note = components["schemas"]["NoteShown"];
export interface Said {
  text: string;
  mentions: string[];
}

export const notesOptions = (post: string) =>
  api.queryOptions("get", "/api/posts/{id}/notes/", { params: { path: { id: post } } });

/** What one can do with notes. Each resolves to whether it was done. */
export function useNotes(post: string) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const refresh = () => api.refresh(queryClient, "/api/posts/{id}/notes/", "/api/posts/{id}/", "/api/calendar/");
  const options = { onSuccess: refresh, onError: toastProblem };
  const saying = useMutation(api.mutationOptions("post", "/api/posts/{id}/notes/", options));
  const editing = useMutation(api.mutationOptions("patch", "/api/notes/{id}/", options));
  const deleting = useMutation(api.mutationOptions("delete", "/api/notes/{id}/", options));
  const backing = useMutation(api.mutationOptions("post", "/api/notes/{id}/put-back/", options));
  const resolving = useMutation(api.mutationOptions("post", "/api/notes/{id}/resolve/", options));
  const done = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      () => false,
    );
  return {
    say: (body: Said) => done(saying.mutateAsync({ params: { path: { id: post } }, body: { ...body, language: "" } })),
    edit: (id: string, body: Said) =>
      done(editing.mutateAsync({ params: { path: { id } }, body: { ...body, language: "" } })),
    resolve: (id: string, is_resolved: boolean) =>
      done(resolving.mutateAsync({ params: { path: { id } }, body: { is_resolved } })),
    remove: async (id: string) => {
      if (!(await done(deleting.mutateAsync({ params: { path: { id } } })))) return;
      toast(t`Note deleted`, { undo: () => backing.mutate({ params: { path: { id } } }) });
    },
  };
}
