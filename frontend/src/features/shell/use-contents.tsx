import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { isState, StateBadge } from "~/components/state-badge";
import type { Group } from "./use-palette-finds";

const FOUND = 6;
const RECENT = 5;

/** Posts, campaigns and pictures by their words, asked of the server once somebody has paused after two letters; before that the posts last changed. */
export function useContents(query: string): { groups: Group[]; isSearching: boolean; problem: string | undefined } {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const settled = useSettled(query, 200);
  const isAsked = settled.length > 1;
  const asked = (page_size: number) => ({ params: { query: isAsked ? { q: settled, page_size } : { page_size } } });
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", asked(isAsked ? FOUND : RECENT)),
    enabled: isAsked || query === "",
  });
  const campaigns = useQuery({ ...api.queryOptions("get", "/api/campaigns/", asked(FOUND)), enabled: isAsked });
  const pictures = useQuery({ ...api.queryOptions("get", "/api/assets/", asked(FOUND)), enabled: isAsked });
  const contents = [posts, campaigns, pictures];
  // What was found for other words is worse than nothing.
  const isFor = isAsked ? query.length > 1 : query === "";
  const groups: Group[] = [
    {
      title: isAsked ? t`Posts` : t`Changed last`,
      finds: (isFor ? (posts.data?.results ?? []) : []).map(({ id, first_line, state }) => ({
        id: `post-${id}`,
        words: first_line || t`Post without a text`,
        icon: "pen",
        href: `/${slug}/posts/${id}`,
        aside: isState(state) && <StateBadge state={state} />,
      })),
    },
    {
      title: t`Campaigns`,
      finds: (isFor && isAsked ? (campaigns.data?.results ?? []) : []).map(({ id, name }) => ({
        id: `campaign-${id}`,
        words: name,
        icon: "campaigns",
        href: `/${slug}/calendar?campaign=${id}`,
      })),
    },
    {
      title: t`Pictures`,
      finds: (isFor && isAsked ? (pictures.data?.results ?? []) : []).map(({ id, name, thumb_url }) => ({
        id: `picture-${id}`,
        words: name,
        icon: "library",
        href: `/${slug}/library?show=${id}`,
        aside: thumb_url && <img src={thumb_url} alt="" width={32} height={32} />,
      })),
    },
  ];
  return {
    groups,
    isSearching: contents.some(({ isFetching }) => isFetching),
    problem: contents.find(({ error }) => error)?.error?.message,
  };
}

/** Return the value once it has stayed the same for a while. */
function useSettled(value: string, afterMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
