import * as v from "valibot";

const word = v.optional(v.fallback(v.string(), ""), "");

/** What the address of the library says. */
export const librarySearch = v.object({
  q: word,
  /** Id of the picture whose sheet is open. */
  show: word,
  /** Id of a folder, or "none" for pictures in no folder. */
  folder: word,
  tag: word,
  only: v.optional(v.fallback(v.picklist(["", "unused", "missing", "soon", "over", "deleted"]), ""), ""),
  order: v.optional(
    v.fallback(v.picklist(["newest", "oldest", "name", "largest", "ends", "used"]), "newest"),
    "newest",
  ),
  /** Where a notice leads: "soon". */
  ends: word,
});
export type Search = v.InferOutput<typeof librarySearch>;

export const withoutDefaults = (search: Partial<Search>): Partial<Search> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value && value !== "newest"));

/** What is asked of the server. Words are sought in the folders within, too. */
export function queryOf({ q, folder, tag, only, order, ends }: Search) {
  const ending = only === "soon" || only === "over" ? only : ends === "soon" ? "soon" : "";
  return {
    q,
    order,
    ...(folder ? { folder, deep: q !== "" } : {}),
    ...(tag ? { tag: [tag] } : {}),
    ...(only === "unused" ? { unused: true } : {}),
    ...(only === "missing" ? { missing_alt: true } : {}),
    ...(only === "deleted" ? { deleted: true } : {}),
    ...(ending ? { ends: ending as "soon" | "over" } : {}),
  };
}
