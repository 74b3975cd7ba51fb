import type { components } from "~/api/schema.gen";
import { type Draft, keyOf, type Language, type Placement } from "../draft";

type Content = components["schemas"]["PostThen"];
export type Revision = components["schemas"]["RevisionInList"];

/** Return what was kept as a draft. */
export const draftThen = (then: Content): Draft => ({
  title: then.title,
  campaign: then.campaign,
  versions: then.versions.map((version) => ({
    ...version,
    segments: version.segments.length > 0 ? [...version.segments] : [""],
    link: version.link ?? "",
    with_utm: version.with_utm ?? true,
    source: version.source || "",
    source_text: version.source_text ?? null,
    pictures: (version.pictures ?? []).map((use) => ({ ...use, alt: use.alt ?? "" })),
  })) as Draft["versions"],
  placements: then.placements.map((placement) => ({
    channel: placement.channel,
    languages: placement.languages as Language[],
    local_time: placement.local_time ?? "",
    zone: placement.zone ?? "",
    own_segments: placement.own_segments ?? null,
    own_base: placement.own_base ?? null,
    without_link: placement.without_link ?? false,
  })),
});

interface Now {
  /** Local time now in each zone. */
  nowIn: (zone: string) => string;
  isFixed: (placement: Placement) => boolean;
  /** Whether the channel can still be written to. */
  isThere: (channel: string) => boolean;
}

/** Return the post as it was then, as far as it can be: what is out stays, a time that has passed is the one it has now. Pure. */
export function putBack(draft: Draft, then: Draft, { nowIn, isFixed, isThere }: Now): Draft {
  const fixed = draft.placements.filter(isFixed);
  const taken = new Set(fixed.map(keyOf));
  const back = then.placements
    .filter((each) => !taken.has(keyOf(each)) && isThere(each.channel))
    .map((each) => {
      if (!each.local_time || each.local_time > nowIn(each.zone)) return each;
      const mine = draft.placements.find((now) => keyOf(now) === keyOf(each));
      return { ...each, local_time: mine?.local_time ?? "", zone: mine?.zone ?? each.zone };
    });
  return { ...then, placements: [...fixed, ...back] };
}
