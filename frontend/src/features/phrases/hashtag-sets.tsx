import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { toast, toastProblem } from "~/components/toast";
import { type HashtagSet, HashtagSetDialog } from "./hashtag-set-dialog";
import { Shelf } from "./shelf";

/** Hashtags that belong together. */
export function HashtagSets() {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/hashtag-sets/"));
  const [editing, setEditing] = useState<HashtagSet | "new">();
  const refresh = () => void api.refresh(queryClient, "/api/hashtag-sets/");
  const around = { onSettled: refresh, onError: toastProblem };
  const again = useMutation(api.mutationOptions("post", "/api/hashtag-sets/", around));
  const remove = useMutation(api.mutationOptions("delete", "/api/hashtag-sets/{id}/", around));
  const drop = (row: HashtagSet) => {
    const { id, ...body } = row;
    const undo = () => again.mutate({ body });
    remove.mutate({ params: { path: { id } } }, { onSuccess: () => toast(t`The set ${row.name} is gone`, { undo }) });
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
        addWord={t`Add a set`}
        empty={t`No hashtags are kept yet`}
        emptyHint={t`Keep those that belong together as a set, and put them into a text in one press.`}
        about={({ tags, language }) => (
          <span className="muted">
            {language ? `${language.toUpperCase()} · ` : ""}
            {tags.map((tag) => `#${tag}`).join(" ")}
          </span>
        )}
      />
      {editing && (
        <HashtagSetDialog
          row={editing === "new" ? null : editing}
          onClose={() => setEditing(undefined)}
          onSaved={refresh}
        />
      )}
    </>
  );
}
