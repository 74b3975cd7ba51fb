import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useMe, useOrganisation } from "~/api/me";
import { type Command, commandsNow } from "~/components/commands";
import { fitness } from "~/lib/fuzzy";
import { localeNames, locales } from "~/lib/locale";
import { setTheme, themes } from "~/lib/theme";
import { themeNames } from "~/lib/theme-names";
import { usePages } from "./pages";
import { useContents } from "./use-contents";
import { useLanguage } from "./use-language";
import { useStopCommands } from "./use-stop-commands";

export interface Find extends Command {
  aside?: ReactNode;
}
export interface Group {
  title: string;
  finds: Find[];
}

const AT_MOST = 8;

/** What the typed words lead to: what can be done here, then what is made, found, gone to and switched. */
export function usePaletteFinds(query: string): { groups: Group[]; isSearching: boolean; problem: string | undefined } {
  const { t } = useLingui();
  const contents = useContents(query.trim());
  const commands = [...commandsNow(), ...usePages(), ...useStopCommands(), ...useSwitches()].filter(
    ({ id, act, href }) => (act || href) && id !== "find" && id !== "find-slash",
  );
  const fitting = (group: Command["group"]) =>
    commands
      .filter((command) => (command.group ?? "here") === group)
      .map((command) => ({ command, score: fitness(query, command.words) || fitness(query, command.also ?? "") / 2 }))
      .filter(({ score, command }) => score > 0 && (query.trim() !== "" || command.group !== "switch"))
      .sort((one, other) => (query.trim() ? other.score - one.score : 0))
      .slice(0, query.trim() ? AT_MOST : undefined)
      .map(({ command }) => command);
  const groups = [
    { title: t`On this screen`, finds: fitting("here") },
    { title: t`Do`, finds: fitting("make") },
    { title: t`Go to`, finds: fitting("go") },
    ...contents.groups,
    { title: t`Switch to`, finds: fitting("switch") },
  ].filter(({ finds }) => finds.length > 0);
  return { groups, isSearching: contents.isSearching, problem: contents.problem };
}

/** The other organisations, the other languages, light or dark. */
function useSwitches(): Command[] {
  const { t } = useLingui();
  const { slug: here } = useOrganisation();
  const [language, setLanguage] = useLanguage();
  const organisations = useMe().organisations.filter(({ slug }) => slug !== here);
  return [
    ...organisations.map(
      ({ slug, name }): Command => ({
        id: `organisation-${slug}`,
        words: name,
        also: t`Organisation`,
        icon: "bell",
        group: "switch",
        href: `/${slug}/today`,
      }),
    ),
    ...locales
      .filter((locale) => locale !== language)
      .map(
        (locale): Command => ({
          id: `language-${locale}`,
          words: `${t`Language`}: ${localeNames[locale]}`,
          icon: "globe",
          group: "switch",
          act: () => setLanguage(locale),
        }),
      ),
    ...themes.map(
      (theme): Command => ({
        id: `theme-${theme}`,
        words: `${t`Colours`}: ${t(themeNames[theme])}`,
        icon: theme === "dark" ? "moon" : theme === "light" ? "sun" : "screen",
        group: "switch",
        act: () => setTheme(theme),
      }),
    ),
  ];
}
