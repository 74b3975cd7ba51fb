import { useLingui } from "@lingui/react/macro";
import { toast } from "~/components/toast";
import type { Better } from "~/lib/camel";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import type { Draft, ProblemFound } from "./draft";
import { type Fix, type FixKind, fixesOf, type Means } from "./fixes";

const QUARTER_MS = 15 * 60_000;
const AHEAD_MS = 50 * 60_000;

/** What of these problems can be mended by a press, in words, one by one or all at once; always with a way back. */
export function useFixes(problems: readonly ProblemFound[], better: (text: string) => Better[]) {
  const { t } = useLingui();
  const format = useFormat();
  const { edit, desk, draft, seen, isFixed, assets, isLocked } = useComposing();
  const means: Means = {
    draft,
    better,
    seen,
    isFixed,
    assets,
    zone: format.zone,
    soon: (zone) => toLocal(new Date(Math.ceil((Date.now() + AHEAD_MS) / QUARTER_MS) * QUARTER_MS), zone),
  };
  const words: Record<FixKind, string> = {
    split: t`Split`,
    "leave-link-out": t`Leave the link out`,
    "link-to-comment": t`Move it to the first comment`,
    time: t`In an hour`,
    alt: t`Take it from the library`,
    crop: t`Crop it`,
    capitals: t`Write capitals`,
    "still-right": t`Still right`,
    "drop-empty-part": t`Remove it`,
  };
  const of = (problem: ProblemFound): Fix[] => (isLocked ? [] : fixesOf(problem, means));
  const run = (change: (draft: Draft) => Draft, said: string) => {
    const before = desk.snapshot().draft;
    edit(change);
    toast(said, { undo: () => edit(() => before) });
  };
  const safe = problems.flatMap(of).filter(({ isSafe }) => isSafe);
  return {
    of,
    words,
    fix: (fix: Fix) => run(fix.apply, t`Mended`),
    safe: safe.length,
    fixAll: () => run((draft) => safe.reduce((now, { apply }) => apply(now), draft), t`Mended what could be`),
  };
}
