/** A post that an act on many left as it was, and why. */
export interface Stayed {
  post: string;
  firstLine: string;
  message: string;
}

/** Return the reasons with the posts each is the reason for, the most frequent first. */
export function byReason(stayed: readonly Stayed[]): [reason: string, posts: Stayed[]][] {
  const found = new Map<string, Stayed[]>();
  for (const one of stayed) found.set(one.message, [...(found.get(one.message) ?? []), one]);
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}
