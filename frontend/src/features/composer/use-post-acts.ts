import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { toast, toastProblem } from "~/components/toast";
import { deletePost, undoTogether } from "~/lib/delete-post";
import { newKey } from "~/lib/new-key";
import { useComposing } from "./context";
import { emptyDraft, type Post } from "./draft";
import { postOptions } from "./use-desk";

const touched = ["/api/posts/", "/api/calendar/", "/api/decisions/"];

/** What one can do with a post as a whole. */
export function usePostActs() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { slug } = useOrganisation();
  const { post, desk } = useComposing();
  const refresh = () => void api.refresh(queryClient, ...touched);
  const onError = toastProblem;

  const withdraw = useMutation(
    api.mutationOptions("post", "/api/posts/{id}/withdraw/", {
      onSuccess: (now: Post) => {
        queryClient.setQueryData(postOptions(now.id).queryKey, now);
        desk.receive(now);
        toast(t`Withdrawn: it is a draft again`);
        refresh();
      },
      onError,
    }),
  );
  const duplicate = useMutation(
    api.mutationOptions("post", "/api/posts/{id}/duplicate/", {
      onSuccess: (copy: Post) => {
        queryClient.setQueryData(postOptions(copy.id).queryKey, copy);
        toast(t`This is the copy. It has no time yet.`);
        refresh();
        void navigate({ href: `/${slug}/posts/${copy.id}` });
      },
      onError,
    }),
  );
  const restore = useMutation({
    mutationFn: ({ undo }: { id: string; undo: string }) => undoTogether(undo),
    onSuccess: ({ rows }, { id }) => {
      const stayed = rows.find(({ is_done }) => !is_done);
      refresh();
      if (stayed) toast(stayed.message);
      else void navigate({ href: `/${slug}/posts/${id}` });
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: string) => deletePost(id),
    onSuccess: ({ undo, rows }, id) => {
      const stayed = rows.find(({ is_done }) => !is_done);
      if (stayed) {
        toast(stayed.message);
        return;
      }
      toast(t`Deleted`, { undo: () => restore.mutate({ id, undo }) });
      void navigate({ href: `/${slug}/posts`, replace: true });
      queryClient.removeQueries({ queryKey: postOptions(id).queryKey });
      refresh();
    },
    onError,
  });
  const path = { id: post?.id ?? "" };
  return {
    withdraw,
    duplicate,
    withdrawNow: () => withdraw.mutate({ params: { path } }),
    duplicateNow: async () => {
      await desk.flush();
      duplicate.mutate({ params: { path, header: { "Idempotency-Key": newKey() } } });
    },
    removeNow: async () => {
      await desk.flush();
      if (post) remove.mutate(post.id);
      else {
        desk.change(() => emptyDraft);
        void navigate({ href: `/${slug}/posts`, replace: true });
      }
    },
  };
}
