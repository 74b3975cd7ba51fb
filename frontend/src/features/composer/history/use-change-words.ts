import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import type { Revision } from "./model";

/** What was changed in one sitting, in a few words: "text FR, pictures NL, times". */
export function useChangeWords() {
  const { t } = useLingui();
  const format = useFormat();
  const names: Record<string, string> = {
    begun: t`begun`,
    title: t`title`,
    campaign: t`campaign`,
    text: t`text`,
    pictures: t`pictures`,
    link: t`link`,
    "language-added": t`added`,
    "language-gone": t`removed`,
    channels: t`channels`,
    "own-text": t`a channel’s own text`,
    times: t`times`,
  };
  return (changed: Revision["changed"]): string =>
    format.list(
      changed.map(({ what, language }) => [names[what] ?? what, language.toUpperCase()].filter(Boolean).join(" ")),
    );
}
