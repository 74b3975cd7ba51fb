import { urls } from "~/lib/entities";
import type { Draft, Limits, PictureUse, Placement, Version } from "./draft";
import { type Fills, fill } from "./fills";

/** What one placement says, as the server composes it: campaigns/posts/compose.py and networks/wire/text.py. Pure. */
export interface Message {
  segments: string[];
  link: string;
  pictures: PictureUse[];
  first_comment: string;
}

const BETWEEN_LANGUAGES = "\n\n";
/** Stands for the mark a placement gets when it is first saved. */
const UNSAVED_MARK = "········";

export interface Marks {
  network: string;
  /** The campaign's utm, "" without one. */
  campaign: string;
  /** Id of the placement, once it is saved. */
  placement?: string | undefined;
}

/** Return the link with utm_source, utm_medium, utm_campaign and utm_content; marks that are there already stay. */
export function tagged(link: string, { network, campaign, placement }: Marks): string {
  const [, address = "", query = "", fragment = ""] = link.match(/^([^?#]*)\??([^#]*)(#.*)?$/s) ?? [];
  const present = new URLSearchParams(query);
  const content = placement ? placement.replaceAll("-", "").slice(0, 8) : UNSAVED_MARK;
  const marks = { utm_source: network, utm_medium: "social", utm_campaign: campaign, utm_content: content };
  const added = Object.entries(marks).filter(([name, value]) => value && !present.has(name));
  const parts = [...present, ...added].map(([name, value]) =>
    value === UNSAVED_MARK ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString(),
  );
  return `${address}${parts.length > 0 ? `?${parts.join("&")}` : ""}${fragment}`;
}

const linkOf = (version: Version, marks: Marks) =>
  version.link && version.with_utm ? tagged(version.link, marks) : version.link;

function joined(languages: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...languages.map((segments) => segments.length));
  return Array.from({ length: longest }, (_, part) =>
    languages
      .map((segments) => segments[part] ?? "")
      .filter((text) => text.trim() !== "")
      .join(BETWEEN_LANGUAGES),
  );
}

function withLink(segments: readonly string[], link: string): string[] {
  if (!link || segments.some((segment) => segment.includes(link))) return [...segments];
  const [first = "", ...rest] = segments;
  return [`${first.trimEnd()} ${link}`.trim(), ...rest];
}

function joinedPictures(versions: readonly Version[]): PictureUse[] {
  const [first, ...others] = versions;
  return (first?.pictures ?? []).map(({ asset, alt, crop }) => {
    const theirs = others.map((version) => version.pictures.find((use) => use.asset === asset)?.alt ?? "");
    return { asset, crop: crop ?? null, alt: [...new Set([alt, ...theirs].filter(Boolean))].join(" / ") };
  });
}

/** Return what this placement says, filled. Languages without a text are left out. */
export function messageOf(draft: Draft, placement: Placement, marks: Marks, fills?: Fills): Message {
  const put = (text: string) => (fills ? fill(text, fills) : text);
  const carried = placement.languages.flatMap((language) =>
    draft.versions
      .filter((version) => version.language === language)
      .map((version) => ({
        ...version,
        segments: version.segments.map(put),
        first_comment: put(version.first_comment),
      })),
  );
  const own = placement.own_segments?.map(put);
  if (carried.length === 0) return { segments: own ?? [], link: "", pictures: [], first_comment: "" };
  const links = carried.map((version) => (placement.without_link ? "" : linkOf(version, marks)));
  const [first = ""] = links;
  const rest = {
    pictures: joinedPictures(carried),
    first_comment: carried
      .map((version) => version.first_comment.trim())
      .filter(Boolean)
      .join(BETWEEN_LANGUAGES),
  };
  if (own) return { segments: own, link: first, ...rest };
  if (new Set(links).size === 1)
    return { segments: joined(carried.map(({ segments }) => segments)), link: first, ...rest };
  const texts = carried.map(({ segments }, index) => withLink(segments, links[index] ?? ""));
  return { segments: joined(texts), link: "", ...rest };
}

/** Return the texts that go online: the link stands at the end of the first unless a card shows it or a text has it. */
export function shownTexts(message: Message, limits: Limits): string[] {
  const texts = message.segments.length > 0 ? message.segments : [""];
  const asCard = limits.link === "card" && message.pictures.length === 0;
  if (!message.link || asCard || texts.some((text) => text.includes(message.link))) return texts;
  return [`${texts[0]}\n\n${message.link}`.trim(), ...texts.slice(1)];
}

/** The address a card shows: the link, or the first one in the text. */
export const cardLink = (message: Message): string =>
  message.link || (urls(message.segments.join("\n"))[0]?.text ?? "");
