import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useFormat } from "~/lib/use-format";
import type { Campaign } from "./desk";
import { type FilterName, NO_CAMPAIGN } from "./filter";
import { useStateGroupWords } from "./state-words";

export interface FilterWords {
  channels: readonly { id: string; network: string; name: string }[];
  campaigns: readonly Campaign[];
  people: readonly { id: string; name: string }[];
}

/** Return the word for one value of a filter, as people know it; "…" for what is no longer there. */
export function useFilterWords({
  channels,
  campaigns,
  people,
}: FilterWords): (name: FilterName, value: string) => string {
  const { t } = useLingui();
  const format = useFormat();
  const groups = useStateGroupWords();
  return useCallback(
    (name, value) => {
      const called = (list: readonly { id: string; name: string }[]) =>
        list.find(({ id }) => id === value)?.name ?? "…";
      if (name === "campaign") return value === NO_CAMPAIGN ? t`No campaign` : called(campaigns);
      if (name === "channel") return called(channels);
      if (name === "author") return called(people);
      if (name === "state") return groups.find(([group]) => group === value)?.[1] ?? "…";
      return format.languageName(value);
    },
    [t, format, groups, channels, campaigns, people],
  );
}
