import type { QueryClient } from "@tanstack/react-query";
import { type ParsedLocation, redirect } from "@tanstack/react-router";
import { type Me, meOptions } from "~/api/me";
import { asProblem } from "~/api/problem";
import { lastOrganisation } from "~/lib/last-organisation";
import { activateLocale, isLocale } from "~/lib/locale";

/** Return the person signed in and speak their language, or leave for the sign-in page, to come back afterwards. */
export async function requireMe(queryClient: QueryClient, location: ParsedLocation): Promise<Me> {
  try {
    const me = await queryClient.ensureQueryData(meOptions());
    if (isLocale(me.language)) await activateLocale(me.language);
    return me;
  } catch (error) {
    const { status } = asProblem(error);
    if (status !== 401 && status !== 403) throw error;
    throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
  }
}

/** Return where somebody who just came in goes, and whether the page there is the server's own, not one of this app's. */
export function wayIn(me: Me, next?: string): { href: string; reloadDocument: boolean } {
  const href = homeOf(me, next);
  return { href, reloadDocument: href.startsWith("/d/") };
}

/** Return where somebody who just came in belongs: where they wanted to go, else their last or first organisation. */
export function homeOf(me: Me, next?: string): string {
  // Only a path of ours: "//elsewhere.example" and "https:…" would leave.
  if (next && /^\/(?![/\\])/.test(next)) return next;
  const kept = lastOrganisation();
  const own = me.organisations.find(({ slug }) => slug === kept) ?? me.organisations[0];
  return own ? `/${own.slug}/today` : "/new";
}
