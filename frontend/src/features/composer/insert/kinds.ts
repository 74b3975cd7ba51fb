import { useLingui } from "@lingui/react/macro";
import type { IconName } from "~/components/icon";

export type Kind = "emoji" | "contact" | "hashtags" | "snippet" | "placeholder";

export const kinds: readonly { kind: Kind; icon: IconName }[] = [
  { kind: "emoji", icon: "smile" },
  { kind: "contact", icon: "at" },
  { kind: "hashtags", icon: "hash" },
  { kind: "snippet", icon: "quote" },
  { kind: "placeholder", icon: "braces" },
];

export function useKindNames(): Record<Kind, string> {
  const { t } = useLingui();
  return {
    emoji: t`Emoji`,
    contact: t`Mention somebody`,
    hashtags: t`Hashtags`,
    snippet: t`Ready text`,
    placeholder: t`Fill-in for each channel`,
  };
}
