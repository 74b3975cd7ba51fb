import { urls } from "~/lib/entities";
import type { Seen } from "./context";
import type { Draft, Language } from "./draft";
import { versionIn, withPlacement, withVersion } from "./edit";
import { count } from "./measure";

/** The link of that language stands in its first comment, and no longer in the post, on every channel that may have it so.
 *
 * Null where that is not possible or makes no sense: no channel has a first comment, it would be too long or hold a second link, or one of
 * them bills a comment with a link dearer than one without. Pure. */
export function moveToComment(draft: Draft, language: Language, seen: readonly Seen[]): Draft | null {
  const version = versionIn(draft, language);
  if (!version?.link || urls(version.first_comment).length > 0) return null;
  const carriers = seen.filter(
    ({ placement, limits, isFixed }) =>
      !isFixed && limits.comment_max > 0 && (placement.languages as string[]).includes(language),
  );
  const movers = carriers.filter(({ placement }) => !placement.without_link);
  const comment = [version.first_comment.trim(), version.link].filter(Boolean).join("\n");
  const isBilled = carriers.some(({ limits }) => limits.link_cost_usd_micros > limits.cost_usd_micros);
  const isTooLong = carriers.some(({ limits }) => count(comment, limits) > limits.comment_max);
  // Where a channel joins two languages, their links go or stay together.
  const isJoined = movers.some(({ placement }) => placement.languages.length > 1);
  if (movers.length === 0 || isBilled || isTooLong || isJoined) return null;
  return movers.reduce(
    (now, { key }) => withPlacement(now, key, { without_link: true }),
    withVersion(draft, { ...version, first_comment: comment }),
  );
}
