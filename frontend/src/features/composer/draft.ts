import type { components } from "~/api/schema.gen";
import type { Window } from "~/lib/crops";

type Schemas = components["schemas"];
export type Post = Schemas["PostWhole"];
export type PlacementShown = Schemas["PlacementWhole"];
export type ProblemFound = Schemas["ProblemFound"];
export type Network = Schemas["NetworkForPeople"];
export type Limits = Schemas["PostLimits"];
export type Channel = Schemas["ChannelWithHealth"];
export type Campaign = Schemas["CampaignInList"];
export type Asset = Schemas["AssetInLibrary"];
export type Language = Schemas["VersionDraftRequest"]["language"];

export interface PictureUse {
  asset: string;
  alt: string;
  /** The part that this post shows; null: as the library has it. */
  crop?: Window | null;
}
export interface Version {
  language: Language;
  segments: string[];
  link: string;
  with_utm: boolean;
  /** What the page itself says under the post at once. */
  first_comment: string;
  pictures: PictureUse[];
  /** The language it was translated from; "": an original. */
  source: Language | "";
  /** What the source said when this was last brought up to date. */
  source_text: string[] | null;
}
/** A channel the post goes to. `local_time` is "2026-11-24T09:00" in `zone`, or "" while nobody has said when. */
export interface Placement {
  channel: string;
  languages: Language[];
  local_time: string;
  zone: string;
  /** This channel's own text; null: the text of its languages. */
  own_segments: string[] | null;
  /** What the post said when its own text was last compared with it. */
  own_base: string[] | null;
  /** The link is left out here. */
  without_link: boolean;
}
/** What a person is writing: the shape the server takes. */
export interface Draft {
  title: string;
  campaign: string | null;
  versions: Version[];
  placements: Placement[];
}

export const emptyDraft: Draft = { title: "", campaign: null, versions: [], placements: [] };

/** A placement's name within its post: no two have the same channel and languages. */
export const keyOf = ({ channel, languages }: { channel: string; languages: readonly string[] }): string =>
  `${channel}:${languages.join("+")}`;

/** Return the post as one may edit it. */
export function draftOf(post: Post): Draft {
  return {
    title: post.title,
    campaign: post.campaign,
    versions: post.versions.map((version) => ({
      language: version.language,
      segments: version.segments.length > 0 ? [...version.segments] : [""],
      link: version.link ?? "",
      with_utm: version.with_utm ?? true,
      first_comment: version.first_comment ?? "",
      source: version.source || "",
      source_text: version.source ? (version.source_text ?? null) : null,
      pictures: (version.pictures ?? []).map(({ asset, alt, crop }) => ({ asset, alt: alt ?? "", crop: crop ?? null })),
    })),
    placements: post.placements.map((placement) => ({
      channel: placement.channel,
      languages: placement.languages as Language[],
      local_time: placement.local_time,
      zone: placement.zone,
      own_segments: placement.own_segments,
      own_base: placement.own_base,
      without_link: placement.without_link,
    })),
  };
}

export const hasText = (segments: readonly string[]): boolean => segments.some((segment) => segment.trim() !== "");

/** A language counts once it says, shows or links something. */
export const isEmptyVersion = (version: Version): boolean =>
  !hasText(version.segments) && !version.link && version.pictures.length === 0 && version.first_comment.trim() === "";

export const isEmptyDraft = (draft: Draft): boolean =>
  draft.title === "" && draft.versions.every(isEmptyVersion) && draft.placements.every((each) => !each.own_segments);

/** Return the draft in one order, so that two that say the same are equal. */
function settled(draft: Draft) {
  return {
    title: draft.title.trim(),
    campaign: draft.campaign,
    versions: draft.versions
      .filter((version) => !isEmptyVersion(version))
      .sort((a, b) => a.language.localeCompare(b.language)),
    placements: [...draft.placements].sort((a, b) => keyOf(a).localeCompare(keyOf(b))),
  };
}

export const isSame = (a: Draft, b: Draft): boolean =>
  a === b || JSON.stringify(settled(a)) === JSON.stringify(settled(b));

/** Only what readers see: the title and where a text comes from are for colleagues, and need no approval. */
const forReaders = (draft: Draft): Draft => ({
  ...draft,
  title: "",
  versions: draft.versions.map((version) => ({ ...version, source: "", source_text: null })),
  placements: draft.placements.map((placement) => ({ ...placement, own_base: null })),
});

/** Whether readers would see the same at the same times. */
export const isSameForReaders = (a: Draft, b: Draft): boolean => isSame(forReaders(a), forReaders(b));

/** What the server would not take, each with its sentence: the rest is saved without it. */
export interface Refused {
  /** "2026-11-24T02:30 Europe/Brussels" → sentence. */
  times: Record<string, string>;
  /** "htp:/example" → sentence. */
  links: Record<string, string>;
}
export const nothingRefused: Refused = { times: {}, links: {} };
export const timeKey = ({ local_time, zone }: Pick<Placement, "local_time" | "zone">) => `${local_time} ${zone}`;

/** Return what is sent: without empty languages, and with what was saved before in the place of what was refused. */
export function bodyOf(draft: Draft, { refused, saved }: { refused: Refused; saved: Draft | null }) {
  return {
    title: draft.title.slice(0, 200),
    campaign: draft.campaign,
    versions: draft.versions
      .filter((version) => !isEmptyVersion(version))
      .map((version) => {
        if (!(version.link in refused.links)) return version;
        const before = saved?.versions.find(({ language }) => language === version.language)?.link ?? "";
        return { ...version, link: before in refused.links ? "" : before };
      }),
    placements: draft.placements.map((placement) => {
      if (!(timeKey(placement) in refused.times)) return placement;
      const before = saved?.placements.find((each) => keyOf(each) === keyOf(placement));
      return { ...placement, local_time: before?.local_time ?? "", zone: before?.zone ?? placement.zone };
    }),
  };
}
export type Body = ReturnType<typeof bodyOf>;
