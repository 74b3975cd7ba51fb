import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Icon, type IconName } from "./icon";
import styles from "./state-badge.module.css";

const states = {
  draft: { word: msg`Draft`, icon: "pen", tone: "faint" },
  in_review: { word: msg`Needs approval`, icon: "eye", tone: "bronze" },
  changes_asked: { word: msg`Changes asked`, icon: "comment", tone: "bronze" },
  rejected: { word: msg`Rejected`, icon: "refused", tone: "brick" },
  approved: { word: msg`Approved`, icon: "check", tone: "verdigris" },
  scheduled: { word: msg`Scheduled`, icon: "clock", tone: "quiet" },
  sending: { word: msg`Sending`, icon: "send", tone: "verdigris" },
  published: { word: msg`Published`, icon: "check", tone: "moss" },
  corrected: { word: msg`Corrected`, icon: "pen", tone: "moss" },
  taken_down: { word: msg`Taken down`, icon: "undo", tone: "quiet" },
  failed: { word: msg`Failed`, icon: "warning", tone: "brick" },
  looking: { word: msg`Checking`, icon: "ask", tone: "bronze" },
  needs_look: { word: msg`Needs a look`, icon: "ask", tone: "bronze" },
  missed: { word: msg`Missed`, icon: "missed", tone: "brick" },
  held: { word: msg`On hold`, icon: "hold", tone: "bronze" },
  cancelled: { word: msg`Taken off`, icon: "close", tone: "faint" },
  expired: { word: msg`Expired`, icon: "missed", tone: "faint" },
} as const satisfies Record<string, { word: unknown; icon: IconName; tone: string }>;

export type State = keyof typeof states;

export const wordOf = (state: State) => states[state].word;

export function isState(value: string): value is State {
  return value in states;
}

interface Props {
  state: State;
  /** Other words for the same state: "Failed on X". */
  children?: string;
  /** On its own tinted ground. */
  tinted?: boolean;
  /** Only the icon is drawn; the word is its tooltip and is read aloud. */
  compact?: boolean;
}

/** What has become of a post: an icon, a word and a colour, never the colour alone. */
export function StateBadge({ state, children, tinted, compact }: Props) {
  const { t } = useLingui();
  const { word, icon, tone } = states[state];
  const words = children ?? t(word);
  return (
    <span
      className={`${styles.badge} ${styles[tone]} ${tinted ? styles.tinted : ""}`}
      title={compact ? words : undefined}
    >
      <Icon name={icon} size={12} />
      {compact ? <span className="only-read">{words}</span> : words}
    </span>
  );
}

/** Which of the tints suits a card in this state: "attention" and "broken" want a person. */
export function moodOf(state: State): "plain" | "draft" | "attention" | "broken" {
  if (state === "failed" || state === "missed" || state === "rejected") return "broken";
  if (state === "in_review" || state === "changes_asked" || state === "needs_look" || state === "held")
    return "attention";
  return state === "draft" ? "draft" : "plain";
}
