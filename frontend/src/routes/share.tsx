import { createFileRoute, redirect } from "@tanstack/react-router";
import { ShareInto } from "~/features/riposte/share-into";
import { requireMe } from "~/features/session/gate";
import { lastOrganisation } from "~/lib/last-organisation";

const KEYS = ["title", "text", "url"] as const;
type Shared = Partial<Record<(typeof KEYS)[number], string>>;

/** Where a phone's share sheet leads (scripts/manifest.ts): into the organisation worked in last, or the only one; else it asks. */
export const Route = createFileRoute("/share")({
  validateSearch: (given: Record<string, unknown>): Shared =>
    Object.fromEntries(KEYS.flatMap((key) => (given[key] ? [[key, String(given[key])]] : []))),
  beforeLoad: async ({ context, location, search }) => {
    const me = await requireMe(context.queryClient, location);
    const mine = me.organisations.filter(({ verbs }) => (verbs as readonly string[]).includes("write"));
    const kept = mine.find(({ slug }) => slug === lastOrganisation()) ?? (mine.length === 1 ? mine[0] : undefined);
    if (!kept) return { mine };
    const { sharedNews } = await import("~/features/riposte/model");
    throw redirect({ to: `/${kept.slug}/riposte` as string, search: sharedNews(search) as never, replace: true });
  },
  component: Screen,
});

function Screen() {
  const { mine } = Route.useRouteContext();
  return <ShareInto shared={Route.useSearch()} organisations={mine} />;
}
