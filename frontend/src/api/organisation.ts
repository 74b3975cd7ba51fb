/** First path segments that are screens of their own, so never an organisation's slug. The server refuses them as slugs. */
const reserved = new Set([
  "sign-in",
  "sign-up",
  "reset",
  "join",
  "new",
  "api",
  "connect",
  "files",
  "m",
  "static",
  "assets",
  "_allauth",
]);

/** Return the slug the address speaks of, or null outside an organisation. */
export function organisationOf(pathname: string = location.pathname): string | null {
  const first = pathname.split("/")[1] ?? "";
  return first === "" || reserved.has(first) ? null : decodeURIComponent(first);
}
