import { type Draft, hasText, type Language, type Version } from "./draft";

/** Whether a translation still says what its source says: campaigns/posts/staleness.py. Pure. */

/** What a reader reads of it: a space more, or a thread cut elsewhere, needs no new translation. */
export const said = (segments: readonly string[]): string => segments.join(" ").split(/\s+/).filter(Boolean).join(" ");

const sourceIn = (draft: Draft, { source }: Version): string[] =>
  draft.versions.find(({ language }) => language === source)?.segments ?? [];

export function isBehind(draft: Draft, version: Version): boolean {
  if (!version.source || !version.source_text || !hasText(version.segments)) return false;
  const now = said(sourceIn(draft, version));
  return now !== "" && now !== said(version.source_text);
}

/** Return the languages that are out of date. */
export const behind = (draft: Draft): Language[] =>
  draft.versions.filter((version) => isBehind(draft, version)).map(({ language }) => language);

/** Return the version as one that says what its source says now. */
export const upToDate = (draft: Draft, version: Version): Version =>
  version.source ? { ...version, source_text: [...sourceIn(draft, version)] } : version;

/** Return the version as a translation of that language ("": an original), up to date with it. */
export const translatedFrom = (draft: Draft, version: Version, source: Language | ""): Version =>
  source ? upToDate(draft, { ...version, source }) : { ...version, source: "", source_text: null };
