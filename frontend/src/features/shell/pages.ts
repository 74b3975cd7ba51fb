import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useMay, useOrganisation, type Verb } from "~/api/me";
import type { Command } from "~/components/commands";

/** Pages behind the main screens, for the palette: each is offered once its route exists. */
const pages = [
  { path: "posts", name: msg`All posts`, icon: "pen" },
  { path: "import", name: msg`Import posts`, icon: "upload", needs: "write", also: "CSV Excel" },
  { path: "settings/profile", name: msg`My profile`, icon: "person", also: "password language time zone" },
  { path: "settings/people", name: msg`People`, icon: "people", needs: "manage", also: "invite roles members" },
  { path: "settings/organisation", name: msg`Organisation`, icon: "settings", needs: "manage" },
  { path: "settings/tokens", name: msg`API tokens`, icon: "key" },
  { path: "settings/about", name: msg`About Carillon`, icon: "info", also: "version licence source" },
] as const satisfies readonly { path: string; name: unknown; icon: string; needs?: Verb; also?: string }[];

export function usePages(): Command[] {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const known = Object.keys(useRouter().routesByPath);
  return pages
    .filter((page) => known.some((path) => path.replace(/\/$/, "") === `/$org/${page.path}`))
    .filter((page) => !("needs" in page) || may(page.needs))
    .map((page) => ({
      id: `page-${page.path}`,
      words: t(page.name),
      icon: page.icon,
      group: "go",
      href: `/${slug}/${page.path}`,
      ...("also" in page ? { also: page.also } : {}),
    }));
}
