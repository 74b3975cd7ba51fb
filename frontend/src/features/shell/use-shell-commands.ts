import { useLingui } from "@lingui/react/macro";
import { useMay, useOrganisation } from "~/api/me";
import { type Command, useCommands } from "~/components/commands";
import { useWaysToBegin } from "~/components/use-ways-to-begin";
import { useScreens } from "./screens";

/** What works on every screen: the screens by G and a letter, a new post, the palette, the list of keys. */
export function useShellCommands({ onFind, onKeys }: { onFind: () => void; onKeys: () => void }): void {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const screens = useScreens();
  useCommands([
    ...screens.map(({ path, name, icon, letter }) => ({
      id: `screen-${path}`,
      words: t(name),
      icon,
      group: "go" as const,
      keys: `g ${letter}`,
      href: `/${slug}/${path}`,
    })),
    may("write") && {
      id: "post-new",
      words: t`New post`,
      icon: "plus",
      group: "make",
      keys: "n",
      href: `/${slug}/posts/new`,
    },
    ...useWaysToBegin().map(
      ({ id, label, icon, onSelect }) =>
        ({ id: `begin-${id}`, words: label, icon, group: "make", act: onSelect }) satisfies Command,
    ),
    { id: "find", words: t`Find anything, do anything`, icon: "find", group: "go", keys: "mod+k", act: onFind },
    { id: "find-slash", words: t`Find`, icon: "find", group: "go", keys: "/", act: onFind },
    { id: "keys", words: t`All keys of this screen`, icon: "keyboard", group: "go", keys: "?", act: onKeys },
  ]);
}
