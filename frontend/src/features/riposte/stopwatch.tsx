import { Plural, useLingui } from "@lingui/react/macro";
import { LanguageTag } from "~/components/language-tag";
import { useFormat } from "~/lib/use-format";
import { clock, liveInAll, type Mark, metAt, minutesOf } from "./model";
import styles from "./stopwatch.module.css";
import { useSecond } from "./use-second";

interface Props {
  marks: readonly Mark[];
  isRunning: boolean;
  targetMin: number;
}

/** From the news to live: the minutes in large, what was met when, and how that stands to the target. */
export function Stopwatch({ marks, isRunning, targetMin }: Props) {
  const { t } = useLingui();
  const live = liveInAll(marks);
  const runs = isRunning && live === null;
  const now = useSecond(runs);
  const lastMet = Math.max(0, ...marks.map(({ after_s }) => after_s ?? 0));
  const seconds = live ?? (runs ? (now - (metAt(marks, "news") ?? now)) / 1000 : lastMet);
  const isLate = seconds > targetMin * 60;
  const share = Math.min(1, seconds / (targetMin * 60));
  return (
    <section className={styles.watch} aria-label={t`Stopwatch`}>
      <p className={`${styles.time} ${isLate ? styles.late : ""}`} role="timer" aria-live="off">
        <span className="num">{clock(seconds)}</span>
        <span className={styles.unit}>
          {live === null ? (
            runs ? (
              t`since the news`
            ) : (
              t`until it stopped`
            )
          ) : (
            <Plural
              value={minutesOf(live)}
              one="# minute from the news to live"
              other="# minutes from the news to live"
            />
          )}
        </span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={`${styles.done} ${isLate ? styles.over : ""}`} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.target}>
        {isLate ? (
          <Plural value={targetMin} one="The target of # minute is over" other="The target of # minutes is over" />
        ) : (
          <Plural value={targetMin} one="Target: # minute" other="Target: # minutes" />
        )}
      </p>
      <ol className={styles.marks}>
        {marks.map((mark) => (
          <MarkRow key={`${mark.mark}${mark.language}`} mark={mark} />
        ))}
      </ol>
    </section>
  );
}

function MarkRow({ mark: { mark, language, at, after_s } }: { mark: Mark }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = {
    news: t`News`,
    started: t`Draft`,
    asked: t`Asked`,
    approved: t`Approved`,
    live: t`Live`,
  }[mark];
  return (
    <li className={at ? styles.met : styles.open}>
      <span className={styles.name}>
        {words} {language && <LanguageTag languages={language} />}
      </span>
      <span className={`num ${styles.after}`}>
        {after_s === null ? "–" : mark === "news" ? "0:00" : `+${clock(after_s).replace(/^0(\d:)/, "$1")}`}
      </span>
      <span className={`num ${styles.at}`}>{at ? format.time(at) : t`to come`}</span>
    </li>
  );
}
