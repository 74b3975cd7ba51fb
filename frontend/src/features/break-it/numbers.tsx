import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { useFormat } from "~/lib/use-format";
import { verdictOf } from "./model";
import styles from "./numbers.module.css";
import type { Experiment } from "./queries";

/** Four numbers that cannot be argued with, and what they amount to. */
export function Numbers({ seen }: { seen: Experiment }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { late_median_s: median, late_worst_s: worst } = seen;
  return (
    <section className={styles.numbers} aria-label={t`Plan and wall, compared`}>
      <dl className={styles.big}>
        <Figure name={t`planned`} value={seen.planned} note={t`${seen.due} due by now`} />
        <Figure name={t`on the wall`} value={seen.on_wall} tone="wall" note={t`counted at the networks`} />
        <Figure name={t`lost`} value={seen.lost} tone={seen.lost ? "bad" : "good"} note={t`gone without a trace`} />
        <Figure
          name={t`doubled`}
          value={seen.doubled}
          tone={seen.doubled ? "bad" : "good"}
          note={t`on the wall twice`}
        />
      </dl>
      <Said seen={seen} />
      {median !== null && worst !== null && (
        <p className={styles.late}>
          <Trans>
            From the planned second to the network’s own stamp: half within {number(median)} s, the latest{" "}
            {number(worst)} s.
          </Trans>
        </p>
      )}
    </section>
  );
}

function Figure({ name, value, note, tone = "plain" }: { name: string; value: number; note: string; tone?: string }) {
  return (
    <div className={`${styles.figure} ${styles[tone] ?? ""}`}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        <span className={styles.note}>{note}</span>
      </dd>
    </div>
  );
}

function Said({ seen }: { seen: Experiment }) {
  const { t } = useLingui();
  const verdict = verdictOf(seen);
  const said = {
    idle: t`Nothing has begun. Send sixty posts, then break something.`,
    running: t`Under way: nothing is lost, nothing is doubled so far.`,
    whole: t`Everything that was planned stands on the wall, once.`,
    asks: t`Nothing is lost, nothing is doubled. What Carillon could not make sure of, it asks a person.`,
    broken: t`You have broken it: this should never happen. Please tell us what you did.`,
  }[verdict];
  const icon =
    verdict === "broken" ? "warning" : verdict === "running" ? "clock" : verdict === "idle" ? "info" : "check";
  return (
    <p className={`${styles.said} ${styles[verdict] ?? ""}`} role="status">
      <Icon name={icon} size={18} />
      {said}
    </p>
  );
}
