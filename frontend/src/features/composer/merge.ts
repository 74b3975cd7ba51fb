import { type Draft, keyOf, type Language, type Placement, type Version } from "./draft";

/** Putting together what two people wrote at once, field by field. Pure. */

export type Whose = "mine" | "theirs";

/** One thing of the post that the two have otherwise. */
export interface Difference {
  /** "title", "campaign", "text:fr", "link:fr", "pictures:fr", "place:<channel>:fr". */
  key: string;
  field: "title" | "campaign" | "text" | "link" | "pictures" | "place";
  language: Language | "";
  /** keyOf of the placement. */
  place: string;
  /** Both changed it: only a person can choose. */
  isClash: boolean;
  /** What would stay if nobody chose: what was changed, mine where both did. */
  usual: Whose;
}

const text = ({ segments, source, source_text, ...version }: Version) => ({
  segments,
  source,
  source_text,
  more: version.first_comment,
});
const parts = {
  text: (version: Version | undefined) => version && text(version),
  link: (version: Version | undefined) => version && { link: version.link, with_utm: version.with_utm },
  pictures: (version: Version | undefined) => version?.pictures,
};
const told = (value: unknown) => JSON.stringify(value ?? null);

const versionOf = (draft: Draft, language: Language) => draft.versions.find((each) => each.language === language);
const placeOf = (draft: Draft, key: string) => draft.placements.find((each) => keyOf(each) === key);

/** Return where the two drafts differ. `base` is what both began with. */
export function differences(mine: Draft, theirs: Draft, base: Draft): Difference[] {
  const found: Difference[] = [];
  const look = (
    what: Pick<Difference, "key" | "field"> & Partial<Difference>,
    of: (draft: Draft) => unknown,
    ground: unknown = of(base),
  ) => {
    const [a, b, was] = [told(of(mine)), told(of(theirs)), told(ground)];
    if (a === b) return;
    found.push({
      language: "",
      place: "",
      ...what,
      isClash: a !== was && b !== was,
      usual: a === was ? "theirs" : "mine",
    });
  };
  look({ key: "title", field: "title" }, (draft) => draft.title.trim());
  look({ key: "campaign", field: "campaign" }, (draft) => draft.campaign);
  const languages = new Set([...mine.versions, ...theirs.versions].map(({ language }) => language));
  for (const language of languages) {
    for (const field of ["text", "link", "pictures"] as const) {
      look({ key: `${field}:${language}`, field, language }, (draft) => parts[field](versionOf(draft, language)));
    }
  }
  const places = new Set([...mine.placements, ...theirs.placements].map(keyOf));
  for (const place of places) look({ key: `place:${place}`, field: "place", place }, (draft) => placeOf(draft, place));
  return found;
}

/** Return the draft in which each difference is settled as chosen (or as usual). */
export function merged(
  mine: Draft,
  theirs: Draft,
  { found, chosen = {} }: { found: readonly Difference[]; chosen?: Readonly<Record<string, Whose>> },
): Draft {
  const isTheirs = (key: string) => {
    const difference = found.find((each) => each.key === key);
    return difference !== undefined && (chosen[key] ?? difference.usual) === "theirs";
  };
  const languages = [...new Set([...mine.versions, ...theirs.versions].map(({ language }) => language))];
  const versions = languages.flatMap((language): Version[] => {
    const [a, b] = [versionOf(mine, language), versionOf(theirs, language)];
    const of = (field: "text" | "link" | "pictures") => (isTheirs(`${field}:${language}`) ? b : a);
    const said = of("text");
    if (!said) return [];
    const { link, with_utm } = of("link") ?? said;
    return [{ ...said, link, with_utm, pictures: (of("pictures") ?? said).pictures }];
  });
  const places = [...new Set([...mine.placements, ...theirs.placements].map(keyOf))];
  const placements = places.flatMap((key): Placement[] => {
    const place = placeOf(isTheirs(`place:${key}`) ? theirs : mine, key);
    return place ? [place] : [];
  });
  return {
    title: (isTheirs("title") ? theirs : mine).title,
    campaign: (isTheirs("campaign") ? theirs : mine).campaign,
    versions,
    placements,
  };
}
