import { createFileRoute, redirect } from "@tanstack/react-router";
import { homeOf, requireMe } from "~/features/session/gate";

export const Route = createFileRoute("/")({
  beforeLoad: async ({ context, location }) => {
    throw redirect({ href: homeOf(await requireMe(context.queryClient, location)), replace: true });
  },
});
