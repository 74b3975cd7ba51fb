import * as v from "valibot";
import type { components } from "~/api/schema.gen";
import type { Window } from "~/lib/crops";

export type Card = components["schemas"]["DecisionCard"];
export type Post = components["schemas"]["PostWhole"];
export type Placement = components["schemas"]["PlacementWhole"];
export type Request = components["schemas"]["RequestCard"];
export type Taken = components["schemas"]["DecisionTaken"];
export type Verdict = Taken["verdict"];
export type Kind = Card["kind"];

/** A picture as it will be published: `part` of it, cut to the ratio (width ÷ height) or whole on added ground. */
export interface Picture {
  asset: string;
  alt: string;
  part: Window | null;
  fit: "keep" | "crop" | "pad";
  ratio: number | null;
}

export const ofKind = (cards: readonly Card[], kind: Kind | undefined): Card[] =>
  cards.filter((card) => !kind || card.kind === kind);

/** Return where that card stands among the others, and who stands beside it; -1 when it is not there. */
export function place(cards: readonly { id: string }[], id: string | undefined) {
  const index = cards.findIndex((card) => card.id === id);
  return { index, before: cards[index - 1]?.id, after: index < 0 ? cards[0]?.id : cards[index + 1]?.id };
}

/** Return the card to show once this one is decided: the next one that waits for this person, else the one before, else any. */
export function afterDeciding(cards: readonly Card[], id: string): string | undefined {
  const index = cards.findIndex((card) => card.id === id);
  const later = cards.slice(index + 1);
  const earlier = cards.slice(0, Math.max(0, index)).reverse();
  const mine = [...later, ...earlier].find((card) => card.may_decide);
  return (mine ?? later[0] ?? earlier[0])?.id;
}

/** Return what a placement says: as the server composed it, or (once it has left) as the post says it. */
export function textsOf(placement: Placement, versions: Post["versions"]): string[] {
  if (placement.texts.length > 0) return placement.texts;
  if (placement.own_segments) return placement.own_segments;
  const carried = versions.filter(({ language }) => placement.languages.includes(language));
  const most = Math.max(0, ...carried.map(({ segments }) => segments.length));
  return Array.from({ length: most }, (_, part) =>
    carried
      .map(({ segments }) => segments[part] ?? "")
      .filter((text) => text.trim())
      .join("\n\n"),
  );
}

/** Return the pictures a placement carries: those of its first language, as its network gets them; once it has left, as the post shows them. */
export function picturesOf(placement: Placement, versions: Post["versions"]): Picture[] {
  const [first] = placement.languages.flatMap((language) => versions.filter((each) => each.language === language));
  return (first?.pictures ?? []).map(({ asset, alt, crop }) => {
    const frame = placement.frames?.find((each) => each.asset === asset);
    return {
      asset,
      alt: alt ?? "",
      part: frame ? frame.part : (crop ?? null),
      fit: frame?.fit ?? "keep",
      ratio: frame?.ratio ?? null,
    };
  });
}

export function linkOf(placement: Placement, versions: Post["versions"]): string {
  const carried = versions.filter(({ language }) => placement.languages.includes(language));
  return carried.find(({ link }) => link)?.link ?? "";
}

/** Return the placements by the moment they go out, earliest first; those without a time come last. */
export function departures(placements: readonly Placement[]): { at: string | null; placements: Placement[] }[] {
  const times = [...new Set(placements.map(({ planned_at }) => planned_at))];
  times.sort((a, b) => (a ? Date.parse(a) : Number.MAX_VALUE) - (b ? Date.parse(b) : Number.MAX_VALUE));
  return times.map((at) => ({ at, placements: placements.filter(({ planned_at }) => planned_at === at) }));
}

/** Return the networks in the order of the placements, each once. */
export const networksOf = (placements: readonly Placement[]): string[] => [
  ...new Set(placements.map(({ network }) => network)),
];

/** Return what the networks charge for it, in US dollars. */
export const costOf = (post: Post): number =>
  post.placements.reduce((sum, { cost_usd_micros }) => sum + cost_usd_micros, 0) / 1_000_000;

// ── what changed since people saw it before ──

const run = v.object({ op: v.picklist(["same", "removed", "added"]), text: v.string() });
export type Run = v.InferOutput<typeof run>;
const language = { language: v.string() };
const sum = v.object({ cents: v.number(), currency: v.string() });
const party = v.object({ kind: v.string(), name: v.string() });
const changeShape = v.variant("what", [
  v.object({ what: v.literal("text"), ...language, words: v.array(run) }),
  v.object({ what: v.literal("first_comment"), ...language, words: v.array(run) }),
  v.object({ what: v.literal("alt_text"), ...language, words: v.array(run) }),
  v.object({ what: v.literal("own_text"), channel: v.string(), words: v.array(run) }),
  v.object({ what: v.literal("link"), ...language, before: v.string(), after: v.string() }),
  v.object({ what: v.literal("pictures"), ...language, before: v.array(v.string()), after: v.array(v.string()) }),
  v.object({ what: v.literal("language_added"), ...language }),
  v.object({ what: v.literal("language_removed"), ...language }),
  v.object({ what: v.literal("channels"), removed: v.array(v.string()), added: v.array(v.string()) }),
  v.object({ what: v.literal("time"), channel: v.string(), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("campaign"), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("cost"), before: sum, after: sum }),
  v.object({ what: v.literal("vat"), before: sum, after: sum }),
  v.object({ what: v.literal("title"), words: v.array(run) }),
  v.object({ what: v.literal("reason"), words: v.array(run) }),
  v.object({ what: v.literal("line"), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("supplier"), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("platform"), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("needed_on"), before: v.string(), after: v.string() }),
  v.object({ what: v.literal("is_political"), before: v.boolean(), after: v.boolean() }),
  v.object({ what: v.literal("payer"), before: party, after: party }),
  v.object({ what: v.literal("beneficiary"), before: party, after: party }),
]);
export type Change = v.InferOutput<typeof changeShape>;
export type Party = v.InferOutput<typeof party>;
export type MoneyChange = Extract<
  Change,
  {
    what:
      | "cost"
      | "vat"
      | "title"
      | "reason"
      | "line"
      | "supplier"
      | "platform"
      | "needed_on"
      | "is_political"
      | "payer"
      | "beneficiary";
  }
>;

/** Return the changes this screen can show; `others`: how many it cannot. */
export function readChanges(raw: readonly unknown[]): { changes: Change[]; others: number } {
  const changes = raw.flatMap((each) => {
    const read = v.safeParse(changeShape, each);
    return read.success ? [read.output] : [];
  });
  return { changes, others: raw.length - changes.length };
}

const AROUND = 5;
const LONG = 16;

/** Return the runs with long unchanged stretches cut to a few words beside each change; " […] " stands where words are left out. */
export function shortened(runs: readonly Run[]): Run[] {
  return runs.map((each, index) => {
    if (each.op !== "same") return each;
    const parts = each.text.match(/\s+|\S+/g) ?? [];
    if (parts.length <= LONG) return each;
    const isFirst = index === 0;
    const isLast = index === runs.length - 1;
    const start = isFirst
      ? ""
      : parts
          .slice(0, AROUND * 2)
          .join("")
          .trimEnd();
    const end = isLast
      ? ""
      : parts
          .slice(-AROUND * 2)
          .join("")
          .trimStart();
    return { op: "same", text: [start, "[…]", end].filter(Boolean).join(" ") };
  });
}

/** Return the text before and after "see more"; never in the middle of a word. Nothing hidden when all is shown. */
export function folded(text: string, foldAt: number): { shown: string; hidden: string } {
  const points = [...text];
  if (foldAt <= 0 || points.length <= foldAt) return { shown: text, hidden: "" };
  const cut = points.slice(0, foldAt).join("");
  const atWord = /\s/.test(points[foldAt] ?? "") ? cut : cut.replace(/\S{1,30}$/u, "");
  const shown = (atWord.trim() ? atWord : cut).trimEnd();
  return { shown, hidden: text.slice(shown.length) };
}

/** The first signs of the content hash: enough to tell two versions apart by eye. */
export const shortHash = (fingerprint: string): string => fingerprint.slice(0, 8);
