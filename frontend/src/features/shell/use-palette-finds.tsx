import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { api } from "~/api/client";
import { useMay, useMe, useOrganisation } from "~/api/me";
import { useStops } from "~/api/stops";
import type { IconName } from "~/components/icon";
import { isState, StateBadge } from "~/components/state-badge";
import { useStopDoors } from "~/lib/stop-context";
import { useScreens } from "./screens";

export interface Find {
  /** Where it leads; unique among all. */
  href: string;
  /** Done instead of going there. */
  act?: () => void;
  words: string;
  icon: IconName;
  aside?: ReactNode;
}
interface Group {
  title: string;
  finds: Find[];
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What the typed words lead to. Posts are asked of the server once somebody has paused after two letters. */
export function usePaletteFinds(query: string): { groups: Group[]; isSearching: boolean; problem: string | undefined } {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const may = useMay();
  const screens = useScreens();
  const doors = useStopDoors();
  const stops = useStops().data;
  const organisations = useMe()?.organisations ?? [];
  const asked = useSettled(query.trim(), 200);
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", { params: { query: { q: asked, page_size: 6 } } }),
    enabled: asked.length > 1,
  });
  const fits = (words: string) => plain(words).includes(plain(query.trim()));
  const base = `/${organisation.slug}`;

  const doing: Find[] = may("write") ? [{ href: `${base}/posts/new`, words: t`New post`, icon: "plus" }] : [];
  if (may("repair") && stops) {
    doing.push(
      stops.stopped_at === null
        ? { href: "#stop", act: doors.stop, words: t`Stop everything that goes out`, icon: "hold" }
        : { href: "#lift", act: doors.lift, words: t`Let posts go out again`, icon: "send" },
    );
  }
  const going = screens.map(({ path, name, icon }): Find => ({ href: `${base}/${path}`, words: t(name), icon }));
  going.push({ href: `${base}/posts`, words: t`All posts`, icon: "pen" });
  const switching = organisations
    .filter((each) => each.slug !== organisation.slug)
    .map(({ slug, name }): Find => ({ href: `/${slug}/today`, words: name, icon: "bell" }));
  const found = (asked.length > 1 ? (posts.data?.results ?? []) : []).map(
    ({ id, first_line, state }): Find => ({
      href: `${base}/posts/${id}`,
      words: first_line || t`Post without a text`,
      icon: "pen",
      aside: isState(state) && <StateBadge state={state} />,
    }),
  );
  const groups = [
    { title: t`Do`, finds: doing.filter(({ words }) => fits(words)) },
    { title: t`Go to`, finds: going.filter(({ words }) => fits(words)) },
    { title: t`Posts`, finds: found },
    { title: t`Switch to`, finds: switching.filter(({ words }) => fits(words)) },
  ].filter(({ finds }) => finds.length > 0);
  return { groups, isSearching: posts.isFetching, problem: posts.error?.message };
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
