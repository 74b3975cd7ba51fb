import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { toast, toastProblem } from "~/components/toast";
import { Shelf } from "./shelf";
import { type Snippet, SnippetDialog } from "./snippet-dialog";

/** Ready texts, in the languages they are needed in. */
export function Snippets() {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/snippets/"));
  const [editing, setEditing] = useState<Snippet | "new">();
  const refresh = () => void api.refresh(queryClient, "/api/snippets/");
  const around = { onSettled: refresh, onError: toastProblem };
  const again = useMutation(api.mutationOptions("post", "/api/snippets/", around));
  const remove = useMutation(api.mutationOptions("delete", "/api/snippets/{id}/", around));
  const drop = (row: Snippet) => {
    const { id, ...body } = row;
    const undo = () => again.mutate({ body });
    remove.mutate({ params: { path: { id } } }, { onSuccess: () => toast(t`${row.name} is gone`, { undo }) });
  };
  return (
    <>
      <Shelf
        rows={data?.results}
        error={error}
        retry={() => void refetch()}
        onAdd={mayPlan ? () => setEditing("new") : undefined}
        onEdit={mayPlan ? setEditing : undefined}
        onRemove={mayPlan ? drop : undefined}
        addWord={t`Add a text`}
        empty={t`No ready text is kept yet`}
        emptyHint={t`Keep what you write again and again: how to join, where to donate, who is responsible for the publication.`}
        about={({ texts }) => (
          <span className="muted">
            {Object.entries(texts)
              .map(([language, text]) => `${language.toUpperCase()}: ${text}`.slice(0, 120))
              .join(" · ")}
          </span>
        )}
      />
      {editing && (
        <SnippetDialog
          row={editing === "new" ? null : editing}
          onClose={() => setEditing(undefined)}
          onSaved={refresh}
        />
      )}
    </>
  );
}
