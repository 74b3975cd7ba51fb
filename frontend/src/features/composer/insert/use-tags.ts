import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { api } from "~/api/client";
import { type Better, better, wordsIn } from "~/lib/camel";
import { useComposing } from "../context";

/** Return how the tags of a text read better, by the words that this organisation, its channels and the text itself know. */
export function useTags(isNeeded: boolean): (text: string) => Better[] {
  const { campaigns, channels } = useComposing();
  const { data } = useQuery({ ...api.queryOptions("get", "/api/hashtag-sets/"), enabled: isNeeded });
  const tags = useMemo(() => data?.results.flatMap((set) => set.tags) ?? [], [data]);
  const known = useMemo(
    () => wordsIn([...tags, ...campaigns.map(({ name }) => name), ...channels.map(({ name }) => name)]),
    [tags, campaigns, channels],
  );
  return useCallback(
    (text) => {
      if (!text.includes("#")) return [];
      const body = text.replace(/#[\p{L}\p{N}_]+/gu, " ");
      return better(text, new Set([...known, ...wordsIn([body])]), tags);
    },
    [known, tags],
  );
}
