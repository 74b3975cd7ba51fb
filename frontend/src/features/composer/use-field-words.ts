import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { type Draft, keyOf } from "./draft";
import type { Difference } from "./merge";

/** A field of a post by its name and by what it says, for people who compare. */
export function useFieldWords() {
  const { t } = useLingui();
  const format = useFormat();
  const { channels, campaigns, assets } = useComposing();
  const channelOf = (place: string) =>
    channels.find(({ id }) => id === place.split(":")[0])?.name ?? t`A channel that is gone`;

  const name = ({ field, language, place }: Pick<Difference, "field" | "language" | "place">): string => {
    const spoken = language && format.languageName(language);
    if (field === "title") return t`Title`;
    if (field === "campaign") return t`Campaign`;
    if (field === "text") return t`Text, ${spoken}`;
    if (field === "link") return t`Link, ${spoken}`;
    if (field === "pictures") return t`Pictures, ${spoken}`;
    return channelOf(place);
  };
  const said = ({ field, language, place }: Pick<Difference, "field" | "language" | "place">, draft: Draft): string => {
    if (field === "title") return draft.title;
    if (field === "campaign") return campaigns.find(({ id }) => id === draft.campaign)?.name ?? "";
    const version = draft.versions.find((each) => each.language === language);
    if (field === "text") return version?.segments.join("\n\n") ?? "";
    if (field === "link") return version?.link ?? "";
    if (field === "pictures") {
      return (version?.pictures ?? [])
        .map(({ asset, alt }, at) => `${at + 1}. ${assets.get(asset)?.name ?? ""} ${alt ? `– ${alt}` : ""}`)
        .join("\n");
    }
    const mine = draft.placements.find((each) => keyOf(each) === place);
    if (!mine) return "";
    const when = mine.local_time
      ? `${format.date(mine.local_time.slice(0, 10), "short")}, ${mine.local_time.slice(11)}`
      : t`No time yet`;
    const parts = [mine.languages.join(" + ").toUpperCase(), when, mine.without_link && t`without the link`];
    return [parts.filter(Boolean).join(", "), ...(mine.own_segments ?? [])].join("\n\n");
  };
  return { name, said };
}
