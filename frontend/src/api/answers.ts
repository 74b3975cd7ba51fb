import type { QueryClient } from "@tanstack/react-query";

interface Carried {
  path: string;
  params: Record<string, unknown>;
  answer: unknown;
}

const carried = (): Carried[] => JSON.parse(document.getElementById("answers")?.textContent ?? "[]");

/** A key as queryOptions() makes it. */
const keyOf = ({ path, params }: Carried) =>
  Object.keys(params).length > 0 ? ["get", path, { params }] : ["get", path];

/** What the screen asks first, the page brought along (config/ahead.py). */
export function takeAnswers(queryClient: QueryClient): void {
  for (const each of carried()) queryClient.setQueryData(keyOf(each), each.answer);
}

/** Ask again what the page brought, so that a phone keeps it for when it has no network. */
export function askAgain(queryClient: QueryClient): void {
  for (const each of carried()) void queryClient.invalidateQueries({ queryKey: keyOf(each), exact: true });
}
