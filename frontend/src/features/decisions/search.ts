import { type Given, given, oneOf, uuid } from "~/lib/search";

/** `show`: the card on screen; `past`: what was decided instead of what waits. */
export const decisionsSearch = ({ show, kind, past }: Given) =>
  given({
    show: uuid(show),
    kind: oneOf(kind, ["post", "money"]),
    past: typeof past === "boolean" ? past : undefined,
  });
export type DecisionsSearch = ReturnType<typeof decisionsSearch>;
