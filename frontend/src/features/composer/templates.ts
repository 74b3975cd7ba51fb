import type { components } from "~/api/schema.gen";
import type { Draft, Language } from "./draft";

export type Template = components["schemas"]["TemplateShape"];

/** Return the draft that a post begins with, at that time. */
export const draftFrom = (
  template: Template,
  { local_time, zone, campaign }: { local_time: string; zone: string; campaign?: string | undefined },
): Draft => ({
  title: template.title ?? "",
  campaign: campaign ?? template.campaign ?? null,
  versions: template.versions.map((version) => ({
    language: version.language as Language,
    segments: version.segments,
    link: version.link ?? "",
    with_utm: version.with_utm ?? true,
    first_comment: version.first_comment ?? "",
    pictures: (version.pictures ?? []).map(({ asset, alt, crop }) => ({ asset, alt: alt ?? "", crop: crop ?? null })),
    source: (version.source ?? "") as Language | "",
    source_text: version.source_text ?? null,
  })),
  placements: (template.placements ?? []).map((place) => ({
    channel: place.channel,
    languages: place.languages as Language[],
    local_time,
    zone,
    own_segments: place.own_segments ?? null,
    own_base: place.own_base ?? null,
    without_link: place.without_link ?? false,
  })),
});
