import { type Given, given, oneOf, uuid } from "~/lib/search";

/** `show`: the card on screen; `past`: what was decided instead of what waits; `several`: approve some at once; `pushed`: the card that a notice led to. */
export const decisionsSearch = ({ show, kind, past, several, pushed }: Given) =>
  given({
    show: uuid(show),
    pushed: uuid(pushed),
    kind: oneOf(kind, ["post", "money"]),
    past: typeof past === "boolean" ? past : undefined,
    several: typeof several === "boolean" ? several : undefined,
  });
export type DecisionsSearch = ReturnType<typeof decisionsSearch>;
