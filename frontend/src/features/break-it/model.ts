import type { Experiment, Stands } from "./queries";

/** In the order in which a post goes through them. */
export const ways: readonly Stands[] = [
  "planned",
  "under_way",
  "looking",
  "waiting",
  "person",
  "online",
  "lost",
  "doubled",
];

/** Return how many posts are in each state; they add up to what is planned. */
export function tally(posts: Experiment["posts"]): Record<Stands, number> {
  const sums = Object.fromEntries(ways.map((way) => [way, 0])) as Record<Stands, number>;
  for (const post of posts) sums[post.stands] += 1;
  return sums;
}

/** "idle": nothing begun. "broken": something is lost or doubled. "running": posts are still to come or under way. "whole": all have arrived. "asks": all but those a person is asked about. */
export type Verdict = "idle" | "running" | "whole" | "asks" | "broken";

export function verdictOf(seen: Experiment): Verdict {
  if (seen.planned === 0) return "idle";
  if (seen.lost > 0 || seen.doubled > 0) return "broken";
  const sums = tally(seen.posts);
  if (sums.planned + sums.under_way + sums.looking + sums.waiting > 0) return "running";
  return sums.person > 0 ? "asks" : "whole";
}
