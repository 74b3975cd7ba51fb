import { createFileRoute } from "@tanstack/react-router";
import { Ripostes } from "~/features/riposte/ripostes";

const words = (value: unknown) => (typeof value === "string" ? value : undefined);

/** The fast lane; the link may be handed over by what was shared. */
export const Route = createFileRoute("/$org/riposte/")({
  validateSearch: ({ link, headline }: Record<string, unknown>): { link?: string; headline?: string } => ({
    ...(words(link) && { link: words(link) as string }),
    ...(words(headline) && { headline: words(headline) as string }),
  }),
  component: Screen,
});

function Screen() {
  return <Ripostes news={Route.useSearch()} />;
}
