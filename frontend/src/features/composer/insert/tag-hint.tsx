import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { better, wordsIn, written } from "~/lib/camel";
import { useComposing } from "../context";

const MOST = 3;

/** A tag of several words in small letters is one word to a screen reader: says how it reads better, and writes it so. */
export function TagHint({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { campaigns, channels } = useComposing();
  const hasTags = text.includes("#");
  const { data } = useQuery({ ...api.queryOptions("get", "/api/hashtag-sets/"), enabled: hasTags });
  const tags = useMemo(() => data?.results.flatMap((set) => set.tags) ?? [], [data]);
  const known = useMemo(
    () => wordsIn([...tags, ...campaigns.map(({ name }) => name), ...channels.map(({ name }) => name)]),
    [tags, campaigns, channels],
  );
  if (!hasTags) return null;
  const body = text.replace(/#[\p{L}\p{N}_]+/gu, " ");
  const found = better(text, new Set([...known, ...wordsIn([body])]), tags).slice(0, MOST);
  return found.map((each) => (
    <Button key={each.tag} size="small" icon="eye" onClick={() => onChange(written(text, each))}>
      <Trans>Write #{each.better}: screen readers read it as words</Trans>
    </Button>
  ));
}
