import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Select } from "~/components/field";
import { toast, toastProblem } from "~/components/toast";
import type { Request } from "./model";

/** For which post of its campaign the money is: an influencer, a film. Then the post shows what it cost. */
export function ForPost({ request }: { request: Request }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const path = { id: request.id };
  const tie = useQuery(api.queryOptions("get", "/api/requests/{id}/post/", { params: { path } }));
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", {
      params: { query: { campaign: [request.campaign?.id ?? ""], page_size: 100 } },
    }),
    enabled: request.campaign !== null,
  });
  const set = useMutation(
    api.mutationOptions("put", "/api/requests/{id}/post/", {
      onSuccess: () => {
        toast(t`Saved.`);
        void api.refresh(queryClient, "/api/requests/", "/api/posts/", "/api/campaigns/");
      },
      onError: toastProblem,
    }),
  );
  if (!request.campaign || !posts.data || posts.data.results.length === 0 || !tie.data) return null;
  return (
    <Select
      label={t`For one post of the campaign`}
      hint={t`The post and the campaign then show what it cost.`}
      value={tie.data.post ?? ""}
      disabled={set.isPending}
      onChange={({ target: { value } }) => set.mutate({ params: { path }, body: { post: value || null } })}
    >
      <option value="">{t`For none in particular`}</option>
      {posts.data.results.map((post) => (
        <option key={post.id} value={post.id}>
          {post.first_line || t`Post without a text`}
        </option>
      ))}
    </Select>
  );
}
