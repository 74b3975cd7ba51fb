import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { api } from "~/api/client";
import { ComposerPage } from "~/features/composer/composer-page";
import { MadeFrom } from "~/features/multiply/made-from";
import { TakeBackPanel } from "~/features/takeback/take-back-panel";

/** A post by its id; "new" is one that is not saved yet, with what the link says it starts with. */
export const Route = createFileRoute("/$org/posts/$id")({
  staticData: { frame: "wide" },
  validateSearch: v.object({
    at: v.optional(v.fallback(v.string(), "")),
    channel: v.optional(v.fallback(v.string(), "")),
    campaign: v.optional(v.fallback(v.string(), "")),
    text: v.optional(v.fallback(v.string(), "")),
    template: v.optional(v.fallback(v.string(), "")),
    notes: v.optional(v.fallback(v.string(), "")),
  }),
  // Asked while the composer's own code still comes.
  loader: ({ context: { queryClient }, params: { id } }) => {
    if (id !== "new")
      void queryClient.prefetchQuery(api.queryOptions("get", "/api/posts/{id}/", { params: { path: { id } } }));
  },
  component: Screen,
});

function Screen() {
  const { id } = Route.useParams();
  const { at, channel, campaign, text, template, notes } = Route.useSearch();
  return (
    <ComposerPage
      id={id}
      below={
        <>
          <MadeFrom post={id} />
          <TakeBackPanel post={id} />
        </>
      }
      start={{
        at: at?.match(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/)?.[0],
        channel: channel || undefined,
        campaign: campaign || undefined,
        text: text || undefined,
        template: template?.match(/^[\da-f-]{36}$/i)?.[0],
        notes: notes || undefined,
      }}
    />
  );
}
