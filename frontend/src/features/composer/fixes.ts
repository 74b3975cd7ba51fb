import { type Better, written } from "~/lib/camel";
import { cutTo, largest } from "~/lib/crops";
import { moveToComment } from "./comment-link";
import type { Composing, Seen } from "./context";
import type { Asset, Draft, Limits, ProblemFound, Version } from "./draft";
import { versionIn, withCommonTime, withOwnText, withPlacement, withVersion } from "./edit";
import { frameOf } from "./frame";
import { count } from "./measure";
import { upToDate } from "./staleness";
import { LINK_ROOM, split } from "./thread";

/** What can be mended by itself. Pure: a change of the draft, or nothing. */
export type FixKind =
  | "split"
  | "leave-link-out"
  | "link-to-comment"
  | "time"
  | "alt"
  | "crop"
  | "capitals"
  | "still-right"
  | "drop-empty-part";

export interface Fix {
  kind: FixKind;
  apply: (draft: Draft) => Draft;
  /** Changes only what it names, so that all of them may be made at once. */
  isSafe: boolean;
}

export interface Means extends Pick<Composing, "seen" | "isFixed"> {
  assets: ReadonlyMap<string, Asset>;
  /** The next quarter of an hour that is far enough away, in a zone. */
  soon: (zone: string) => string;
  zone: string;
  draft: Draft;
  /** How the tags of a text read better. */
  better: (text: string) => Better[];
}

/** Return how a problem can be mended by one press: no way, one, or several to choose from. */
export function fixesOf(problem: ProblemFound, means: Means): Fix[] {
  const mine = means.seen.find(({ shown }) => shown !== undefined && shown.id === problem.placement);
  return [byCode[problem.code]?.(problem, mine, means) ?? []].flat();
}

type Maker = (problem: ProblemFound, mine: Seen | undefined, means: Means) => Fix | Fix[] | null;

const byCode: Record<string, Maker> = {
  "text-too-long": (_, mine) => (mine && mine.limits.max_segments > 1 ? splitting(mine) : null),
  "link-not-clickable": (_, mine, means) =>
    mine?.message.link
      ? [{ kind: "leave-link-out", isSafe: false, apply: (draft) => without(draft, mine) }, ...commenting(mine, means)]
      : null,
  "picture-ratio": (problem, mine, means) => cropping(problem, mine, means),
  "picture-on-ground": (problem, mine, means) => cropping(problem, mine, means),
  "tags-in-small-letters": (_, __, { better }) => ({
    kind: "capitals",
    isSafe: true,
    apply: (draft) => withBetterTags(draft, better),
  }),
  "no-time": (_, __, means) => timing(means),
  "time-passed": (_, __, means) => timing(means),
  "alt-text-missing": (problem, mine, { assets }) => describing(problem, mine, assets),
  "translation-out-of-date": (problem) => ({
    kind: "still-right",
    isSafe: false,
    apply: (draft) => {
      const version = versionIn(draft, problem.params.language as Version["language"]);
      return version ? withVersion(draft, upToDate(draft, version)) : draft;
    },
  }),
  "part-empty": (_, mine) => ({
    kind: "drop-empty-part",
    isSafe: true,
    apply: (draft) => noEmptyPart(draft, mine),
  }),
};

const without = (draft: Draft, mine: Seen): Draft => withPlacement(draft, mine.key, { without_link: true });

function splitting(mine: Seen): Fix {
  const parts = partsFor(mine.message.segments, mine.limits, {
    language: mine.placement.languages[0] ?? "fr",
    reserve: mine.message.link && !mine.texts.some((text) => text === mine.message.segments[0]) ? LINK_ROOM : 0,
  });
  return { kind: "split", isSafe: true, apply: (draft) => withOwnText(draft, mine.key, parts) };
}

const partsFor = (
  texts: readonly string[],
  limits: Limits,
  { language, reserve }: { language: string; reserve: number },
): string[] =>
  texts.flatMap((text, index) =>
    split(text, {
      language,
      most: limits.text_max,
      count: (part) => count(part, limits),
      reserve: index === 0 ? reserve : 0,
    }),
  );

const timing = ({ soon, zone, isFixed, seen }: Means): Fix => ({
  kind: "time",
  isSafe: true,
  apply: (draft) => {
    const local_time = soon(zone);
    const late = new Set(
      seen.filter((each) => each.problems.some(({ code }) => code === "time-passed")).map(({ key }) => key),
    );
    if (late.size === 0) return withCommonTime(draft, { local_time, zone }, isFixed);
    return [...late].reduce((now, key) => withPlacement(now, key, { local_time, zone }), draft);
  },
});

function describing(problem: ProblemFound, mine: Seen | undefined, assets: ReadonlyMap<string, Asset>): Fix | null {
  const at = Number(problem.params.picture ?? 1) - 1;
  const use = mine?.message.pictures[at];
  const missing = (mine?.placement.languages ?? []).filter((language) => assets.get(use?.asset ?? "")?.alt[language]);
  if (!use || missing.length === 0) return null;
  return {
    kind: "alt",
    isSafe: true,
    apply: (draft) =>
      missing.reduce((now, language) => {
        const version = versionIn(now, language);
        if (!version) return now;
        const alt = assets.get(use.asset)?.alt[language] ?? "";
        const pictures = version.pictures.map((each) =>
          each.asset === use.asset && !each.alt ? { ...each, alt } : each,
        );
        return withVersion(now, { ...version, pictures });
      }, draft),
  };
}

function commenting(mine: Seen, { draft, seen }: Means): Fix[] {
  const language = mine.placement.languages[0];
  return language && moveToComment(draft, language, seen)
    ? [{ kind: "link-to-comment", isSafe: false, apply: (now) => moveToComment(now, language, seen) ?? now }]
    : [];
}

/** The picture in the nearest shape that the network takes, around what must stay in view; in every language that shows it so. */
function cropping(problem: ProblemFound, mine: Seen | undefined, { assets }: Means): Fix | null {
  const use = mine?.message.pictures[Number(problem.params.picture ?? 1) - 1];
  const asset = assets.get(use?.asset ?? "");
  if (!mine || !use || !asset?.height) return null;
  const shape = asset.width / asset.height;
  const { ratio } = frameOf({ width: asset.width, height: asset.height }, mine.limits, use.crop);
  const crop = use.crop ? cutTo(use.crop, ratio, shape) : largest(ratio, shape, asset.focus);
  return {
    kind: "crop",
    isSafe: false,
    apply: (draft) => ({
      ...draft,
      versions: draft.versions.map((version) => ({
        ...version,
        pictures: version.pictures.map((each) =>
          each.asset === use.asset && JSON.stringify(each.crop ?? null) === JSON.stringify(use.crop ?? null)
            ? { ...each, crop }
            : each,
        ),
      })),
    }),
  };
}

/** Tags of several words have capitals wherever they stand. A translation is no further behind for it, nor is a channel's own text. */
export function withBetterTags(draft: Draft, better: (text: string) => Better[]): Draft {
  const mended = (text: string) => better(text).reduce(written, text);
  const all = (texts: string[] | null) => texts?.map(mended) ?? null;
  return {
    ...draft,
    versions: draft.versions.map((version) => ({
      ...version,
      segments: version.segments.map(mended),
      first_comment: mended(version.first_comment),
      source_text: all(version.source_text),
    })),
    placements: draft.placements.map((each) => ({
      ...each,
      own_segments: all(each.own_segments),
      own_base: all(each.own_base),
    })),
  };
}

const noEmptyPart = (draft: Draft, mine: Seen | undefined): Draft => {
  const full = (segments: readonly string[]) => segments.filter((text, index) => index === 0 || text.trim() !== "");
  if (mine?.placement.own_segments)
    return withPlacement(draft, mine.key, { own_segments: full(mine.placement.own_segments) });
  return (mine?.placement.languages ?? []).reduce((now, language) => {
    const version = versionIn(now, language);
    return version ? withVersion(now, { ...version, segments: full(version.segments) }) : now;
  }, draft);
};
