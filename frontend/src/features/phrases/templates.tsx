import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import type { components } from "~/api/schema.gen";
import { toast, toastProblem } from "~/components/toast";
import { Shelf } from "./shelf";
import { TemplateDialog } from "./template-dialog";

type Template = components["schemas"]["TemplateShape"];

/** What posts of one kind begin with. They are made in the composer. */
export function Templates() {
  const { t } = useLingui();
  const { org } = useParams({ strict: false });
  const mayWrite = useMay()("write");
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/templates/"));
  const [editing, setEditing] = useState<Template>();
  const refresh = () => void api.refresh(queryClient, "/api/templates/");
  const around = { onSettled: refresh, onError: toastProblem };
  const restore = useMutation(api.mutationOptions("post", "/api/templates/{id}/restore/", around));
  const remove = useMutation(api.mutationOptions("delete", "/api/templates/{id}/", around));
  const drop = ({ id, name }: Template) => {
    const params = { path: { id } };
    remove.mutate(
      { params },
      { onSuccess: () => toast(t`${name} is gone`, { undo: () => restore.mutate({ params }) }) },
    );
  };
  return (
    <>
      <Shelf
        rows={data?.results}
        error={error}
        retry={() => void refetch()}
        onEdit={mayWrite ? setEditing : undefined}
        onRemove={mayWrite ? drop : undefined}
        addWord=""
        empty={t`No template is kept yet`}
        emptyHint={t`Write a post, then choose “Keep as a template” in its menu: new posts can begin with it.`}
        about={({ first_line, is_riposte, versions }) => (
          <span className="muted">
            {is_riposte && `${t`For ripostes`} · `}
            {versions.map(({ language }) => language.toUpperCase()).join(" ")} · {first_line}
          </span>
        )}
        acts={({ id, is_riposte, name }) =>
          mayWrite &&
          !is_riposte && (
            <Link to={`/${org}/posts/new?template=${id}` as string} aria-label={t`Begin a post with ${name}`}>
              {t`Begin a post`}
            </Link>
          )
        }
      />
      {editing && <TemplateDialog row={editing} onClose={() => setEditing(undefined)} onSaved={refresh} />}
    </>
  );
}
