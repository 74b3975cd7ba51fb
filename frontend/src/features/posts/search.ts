import { type Given, given, oneOf, pageNumber, text } from "~/lib/search";

export const states = ["draft", "in_review", "changes_asked", "rejected", "approved", "held", "expired"] as const;
export type PostState = (typeof states)[number];

export const postsSearch = ({ q, state, untimed, page }: Given) =>
  given({
    q: text(q),
    state: oneOf(state, states),
    untimed: untimed === true || undefined,
    page: pageNumber(page),
  });
