import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { networkName } from "~/components/network-mark";
import { messageOf, shownTexts } from "./compose";
import type { Composing, Seen, Tab } from "./context";
import type { Desk, DeskState } from "./desk";
import type { Campaign, Channel, Language, Network, Placement } from "./draft";
import { keyOf } from "./draft";
import type { Named } from "./fills";
import { useAssets } from "./use-assets";

const every: readonly Language[] = ["fr", "nl", "de", "en"];

interface Around {
  channels: readonly Channel[];
  networks: readonly Network[];
  campaigns: readonly Campaign[];
}

/** All the composer's parts share: the draft, what each channel makes of it, and which text is in front. */
export function useComposing(desk: Desk, state: DeskState, { channels, networks, campaigns }: Around): Composing {
  const organisation = useOrganisation();
  const may = useMay();
  const { draft, post } = state;
  const own = useMemo(() => new Set(organisation.languages as Language[]), [organisation.languages]);
  const languages = useMemo(() => [...own, ...every.filter((language) => !own.has(language))], [own]);
  const [chosen, setTab] = useState<Tab | null>(null);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const assets = useAssets(draft.versions.flatMap(({ pictures }) => pictures.map(({ asset }) => asset)));
  const bySlug = useMemo(() => new Map(networks.map((network) => [network.slug, network])), [networks]);
  const campaign = campaigns.find(({ id }) => id === draft.campaign)?.utm ?? "";

  const namesSomebody = draft.versions.some((v) =>
    [...v.segments, v.first_comment].some((text) => text.includes("{@")),
  );
  const ownNames = draft.placements.some(({ own_segments }) => own_segments?.some((text) => text.includes("{@")));
  const book = useQuery({ ...api.queryOptions("get", "/api/contacts/"), enabled: namesSomebody || ownNames });
  const contacts = useMemo<ReadonlyMap<string, Named>>(
    () => new Map(book.data?.results.map(({ key, name, handles }) => [key, { name, handles: handles ?? {} }])),
    [book.data],
  );
  const fixed = useMemo(
    () => new Set((post?.placements ?? []).filter(({ is_fixed }) => is_fixed).map((each) => keyOf(each))),
    [post],
  );
  const isFixed = useCallback((placement: Placement) => fixed.has(keyOf(placement)), [fixed]);

  const seen = useMemo<Seen[]>(() => {
    const places = new Map(channels.map(({ id }, index) => [id, index]));
    const placeOf = ({ channel }: Placement) => places.get(channel) ?? channels.length;
    return [...draft.placements]
      .sort((a, b) => placeOf(a) - placeOf(b))
      .flatMap((placement) => {
        const key = keyOf(placement);
        const shown = post?.placements.find((each) => keyOf(each) === key);
        const channel = channels.find(({ id }) => id === placement.channel);
        const network = channel?.network ?? shown?.network ?? "";
        const limits = bySlug.get(network)?.spec;
        if (!limits) return [];
        const fills = { network, byHandle: limits.mentions_by_handle, values: channel?.placeholders ?? {}, contacts };
        const message = messageOf(draft, placement, { network, campaign, placement: shown?.id }, fills);
        const problems = (post?.problems ?? []).filter(
          (problem) => problem.placement !== "" && problem.placement === shown?.id,
        );
        const name = channel?.name ?? networkName(network);
        const isFixedNow = fixed.has(key);
        return {
          key,
          placement,
          channel,
          name,
          network,
          limits,
          message,
          texts: shownTexts(message, limits),
          bareLink: message.link
            ? (draft.versions.find((each) => each.language === placement.languages[0])?.link ?? "")
            : "",
          shown,
          isFixed: isFixedNow,
          problems,
        };
      });
  }, [draft, post, channels, bySlug, campaign, fixed, contacts]);

  const isWritten = (language: Language) => draft.versions.some((version) => version.language === language);
  const first = languages.find(isWritten) ?? languages[0] ?? "fr";
  const ownKey = chosen?.startsWith("own:") ? chosen.slice(4) : null;
  const mine = ownKey ? seen.find(({ key, placement }) => key === ownKey && placement.own_segments) : undefined;
  const tab: Tab = chosen && (!ownKey || mine) ? chosen : first;
  const language = mine ? (mine.placement.languages[0] ?? first) : tab.startsWith("own:") ? first : (tab as Language);

  const isOut = draft.placements.length > 0 && seen.every((each) => each.isFixed);
  const isLocked = (post ? !post.may_edit : !may("write")) || isOut;
  return {
    ...state,
    desk,
    edit: desk.change,
    isLocked,
    languages,
    own,
    channels,
    networks: bySlug,
    campaigns,
    assets,
    seen,
    isFixed,
    tab,
    setTab,
    language,
    apart,
    setApart,
  };
}
