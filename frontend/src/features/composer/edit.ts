import type { Asset, Channel, Draft, Language, PictureUse, Placement, Version } from "./draft";
import { hasText, isEmptyVersion, keyOf } from "./draft";
import { upToDate } from "./staleness";

/** Changes of a draft. Pure: each returns a new one. */

export const versionIn = (draft: Draft, language: Language): Version | undefined =>
  draft.versions.find((version) => version.language === language);

/** What a language starts with: the pictures and the link of the first that has any, described in its own words. */
export function startVersion(draft: Draft, language: Language, assets: ReadonlyMap<string, Asset>): Version {
  const first = draft.versions.find((version) => !isEmptyVersion(version));
  return {
    language,
    segments: [""],
    link: first?.link ?? "",
    with_utm: first?.with_utm ?? true,
    first_comment: "",
    source: draft.versions.find(({ segments }) => hasText(segments))?.language ?? "",
    source_text: null,
    pictures: sharedIn(language, [], first?.pictures ?? [], assets),
  };
}

export function withVersion(draft: Draft, version: Version): Draft {
  const isThere = draft.versions.some(({ language }) => language === version.language);
  return {
    ...draft,
    versions: isThere
      ? draft.versions.map((each) => (each.language === version.language ? version : each))
      : [...draft.versions, version],
  };
}

/** The language says this; a translation that is edited is up to date with its source. */
export const withText = (draft: Draft, version: Version, segments: string[]): Draft =>
  withVersion(draft, upToDate(draft, { ...version, segments }));

/** The channel has a text of its own, beginning with what it says now. */
export const withOwnText = (draft: Draft, key: string, segments: string[]): Draft => ({
  ...draft,
  placements: draft.placements.map((each) =>
    keyOf(each) === key ? { ...each, own_segments: segments, own_base: each.own_base ?? baseOf(draft, each) } : each,
  ),
});

/** The channel says the same as the others again. */
export const withoutOwnText = (draft: Draft, key: string): Draft =>
  withPlacement(draft, key, { own_segments: null, own_base: null });

/** What the channel would say without a text of its own, language after language. */
export const baseOf = (draft: Draft, { languages }: Placement): string[] =>
  languages.flatMap((language) => versionIn(draft, language)?.segments ?? []);

export const withPlacement = (draft: Draft, key: string, change: Partial<Placement>): Draft => ({
  ...draft,
  placements: draft.placements.map((each) => (keyOf(each) === key ? { ...each, ...change } : each)),
});

/** The time most of its channels have: what the bar below speaks of. Channels that have left say nothing. */
export function commonTime(placements: readonly Placement[]): { local_time: string; zone: string } | null {
  const counts = new Map<string, { local_time: string; zone: string; count: number }>();
  for (const { local_time, zone } of placements) {
    const name = `${local_time} ${zone}`;
    counts.set(name, { local_time, zone, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  let most: { local_time: string; zone: string; count: number } | null = null;
  for (const each of counts.values()) if (!most || each.count > most.count) most = each;
  return most && { local_time: most.local_time, zone: most.zone };
}

/** Channels that had the common time get the new one; one with a time of its own keeps it. */
export function withCommonTime(
  draft: Draft,
  time: { local_time: string; zone: string },
  isFixed: (placement: Placement) => boolean,
): Draft {
  const was = commonTime(draft.placements.filter((each) => !isFixed(each)));
  const follows = (each: Placement) =>
    !isFixed(each) && (!each.local_time || (each.local_time === was?.local_time && each.zone === was.zone));
  return { ...draft, placements: draft.placements.map((each) => (follows(each) ? { ...each, ...time } : each)) };
}

/** The channel is on, in its own languages, at the common time. */
export function withChannel(
  draft: Draft,
  channel: Channel,
  { organisationLanguages, time }: { organisationLanguages: string[]; time: { local_time: string; zone: string } },
): Draft {
  const own = (channel.languages as Language[]).length > 0 ? (channel.languages as Language[]) : organisationLanguages;
  const languages = (own.length > 0 ? own : ["en"]) as Language[];
  return {
    ...draft,
    placements: [
      ...draft.placements,
      { channel: channel.id, languages, ...time, own_segments: null, own_base: null, without_link: false },
    ],
  };
}

export const withoutChannel = (draft: Draft, channel: string, isFixed: (placement: Placement) => boolean): Draft => ({
  ...draft,
  placements: draft.placements.filter((each) => each.channel !== channel || isFixed(each)),
});

/** The channel carries these languages instead: [["fr"]], joined [["fr", "nl"]], or as two posts [["fr"], ["nl"]]. */
export function withLanguages(
  draft: Draft,
  channel: string,
  posts: Language[][],
  isFixed: (placement: Placement) => boolean,
): Draft {
  const mine = draft.placements.filter((each) => each.channel === channel);
  const fixed = mine.filter(isFixed);
  const like = mine.find((each) => !isFixed(each)) ?? mine[0];
  if (!like) return draft;
  const wanted = posts
    .map(
      (languages) =>
        mine.find((each) => keyOf(each) === keyOf({ channel, languages })) ?? {
          ...like,
          languages,
          own_segments: null,
          own_base: null,
        },
    )
    .filter((each) => !fixed.some((one) => keyOf(one) === keyOf(each)));
  const at = draft.placements.findIndex((each) => each.channel === channel);
  const others = draft.placements.filter((each) => each.channel !== channel);
  return { ...draft, placements: [...others.slice(0, at), ...fixed, ...wanted, ...others.slice(at)] };
}

const sameAssets = (a: readonly PictureUse[], b: readonly PictureUse[]) =>
  a.length === b.length && a.every(({ asset }, index) => asset === b[index]?.asset);

/** The language shows these pictures; languages that showed the same ones follow, unless they were set apart. */
export function withPictures(
  draft: Draft,
  version: Version,
  pictures: PictureUse[],
  { apart, assets }: { apart: ReadonlySet<string>; assets: ReadonlyMap<string, Asset> },
): Draft {
  const follow = (other: Version): Version => {
    if (other.language === version.language || apart.has(other.language) || apart.has(version.language)) return other;
    if (!sameAssets(other.pictures, version.pictures)) return other;
    return { ...other, pictures: sharedIn(other.language, other.pictures, pictures, assets) };
  };
  const next = withVersion(draft, { ...version, pictures });
  return { ...next, versions: next.versions.map(follow) };
}

/** Every language shows these pictures, each in the same part, described in its own words. */
export const withSharedPictures = (
  draft: Draft,
  pictures: readonly PictureUse[],
  assets: ReadonlyMap<string, Asset>,
): Draft => ({
  ...draft,
  versions: draft.versions.map((each) => ({
    ...each,
    pictures: sharedIn(each.language, each.pictures, pictures, assets),
  })),
});

/** The pictures as a language shows them that had `own` before: its own descriptions stay, else the library's. */
const sharedIn = (
  language: Language,
  own: readonly PictureUse[],
  pictures: readonly PictureUse[],
  assets: ReadonlyMap<string, Asset>,
): PictureUse[] =>
  pictures.map(({ asset, crop }) => ({
    asset,
    crop: crop ?? null,
    alt: own.find((use) => use.asset === asset)?.alt ?? assets.get(asset)?.alt[language] ?? "",
  }));

/** Whether every language that says something shows the same pictures. */
export function picturesAgree(draft: Draft): boolean {
  const filled = draft.versions.filter((version) => !isEmptyVersion(version));
  return filled.every((version) => sameAssets(version.pictures, filled[0]?.pictures ?? []));
}

export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, item);
  return next;
}

/** "example.org/a" → "https://example.org/a"; what has a scheme stays. */
export function asAddress(typed: string): string {
  const text = typed.trim();
  return text && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text;
}
