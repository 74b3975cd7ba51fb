import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { useCommands } from "~/components/commands";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import type { Side } from "./composer";
import { useComposing } from "./context";
import { follow, gathered, placeOf } from "./follow";
import { useTags } from "./insert/use-tags";
import { isElsewhere, Mend } from "./mend";
import styles from "./problems-panel.module.css";
import { useAdvice } from "./use-advice";
import { useFixes } from "./use-fixes";

/** Everything that stands in the way on any channel, what blocks first; each leads to where it is mended, or is mended by a press. */
export function ProblemsPanel({ onFollow }: { onFollow: (side: Side) => void }) {
  const { t } = useLingui();
  const composing = useComposing();
  const { post, seen } = composing;
  const better = useTags(composing.draft.versions.some(({ segments }) => segments.some((text) => text.includes("#"))));
  const advice = useAdvice(better);
  const all = composing.isLocked ? (post?.problems ?? []) : [...(post?.problems ?? []), ...advice];
  const fixes = useFixes(all, better);
  useCommands([fixes.safe > 0 && { id: "post-fix", words: t`Fix all that can be`, icon: "check", act: fixes.fixAll }]);
  if (!post) return null;
  const problems = gathered(all);
  if (problems.length === 0) {
    return seen.length > 0 && !composing.isLocked ? (
      <p id="composer-problems" tabIndex={-1} className={styles.fine}>
        <Icon name="check" size={14} />
        <Trans>Nothing stands in its way.</Trans>
      </p>
    ) : null;
  }
  const blocking = problems.filter(({ blocks }) => blocks).length;
  return (
    <Panel
      title={
        <span id="composer-problems" tabIndex={-1}>
          {blocking > 0 ? (
            <Plural value={blocking} one="# thing before this can go out" other="# things before this can go out" />
          ) : (
            t`Advice`
          )}
        </span>
      }
      aside={
        fixes.safe > 1 ? (
          <Button size="small" icon="check" onClick={fixes.fixAll}>{t`Fix all that can be`}</Button>
        ) : blocking > 0 && problems.length > blocking ? (
          t`${problems.length - blocking} more to consider`
        ) : undefined
      }
    >
      <ul>
        {problems.map((problem) => {
          const ways = fixes.of(problem);
          const isMended = ways.length > 0 || isElsewhere(problem);
          return (
            <li key={`${problem.code} ${problem.message}`} className={styles.row}>
              <button
                type="button"
                className={styles.problem}
                onClick={() => {
                  const place = placeOf(problem, seen);
                  onFollow(place.side ?? "write");
                  follow(place, composing);
                }}
              >
                <span className={problem.blocks ? styles.blocks : styles.advice}>
                  <Icon name={problem.blocks ? "warning" : "ask"} size={14} />
                  {problem.blocks ? t`Blocks` : t`Advice`}
                </span>
                {problem.networks.map((network) => (
                  <NetworkMark key={network} network={network} />
                ))}
                <span className={styles.words}>{problem.message}</span>
                {!isMended && <Icon name="right" size={14} className={styles.go} />}
              </button>
              {isMended && (
                <span className={styles.ways}>
                  {ways.map((fix) => (
                    <Button key={fix.kind} size="small" look="plain" onClick={() => fixes.fix(fix)}>
                      {fixes.words[fix.kind]}
                      <span className="only-read">: {problem.message}</span>
                    </Button>
                  ))}
                  {isElsewhere(problem) && <Mend problem={problem} />}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
