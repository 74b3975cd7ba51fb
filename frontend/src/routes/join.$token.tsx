import { createFileRoute } from "@tanstack/react-router";
import { api } from "~/api/client";
import { meOptions } from "~/api/me";
import { asProblem } from "~/api/problem";
import { readSession } from "~/api/session";
import { GoneInvitation, Join } from "~/features/session/join";

export const Route = createFileRoute("/join/$token")({
  loader: async ({ context, params: { token } }) => {
    const state = await readSession().catch(() => "out" as const);
    const invitation = await api.send("post", "/api/invitations/look/", { body: { token } });
    const me = state === "in" ? await context.queryClient.fetchQuery(meOptions()) : null;
    return { invitation, signedInAs: me?.email ?? null };
  },
  component: JoinPage,
  errorComponent: ({ error }) => <GoneInvitation message={asProblem(error).message} />,
});

function JoinPage() {
  const { invitation, signedInAs } = Route.useLoaderData();
  return <Join token={Route.useParams().token} invitation={invitation} signedInAs={signedInAs} />;
}
