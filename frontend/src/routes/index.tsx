import { createFileRoute, redirect } from "@tanstack/react-router";
import { homeOf, requireMe } from "~/features/session/gate";

/** What the icon on a home screen offers by a long press (scripts/manifest.ts), which knows no organisation. */
const doors = { new: "posts/new", calendar: "calendar", decisions: "decisions", riposte: "riposte" } as const;
type Door = keyof typeof doors;
const isDoor = (given: unknown): given is Door => typeof given === "string" && given in doors;

export const Route = createFileRoute("/")({
  validateSearch: ({ open }: Record<string, unknown>): { open?: Door } => (isDoor(open) ? { open } : {}),
  beforeLoad: async ({ context, location, search: { open } }) => {
    const home = homeOf(await requireMe(context.queryClient, location));
    throw redirect({ href: open ? home.replace(/\/today$/, `/${doors[open]}`) : home, replace: true });
  },
});
