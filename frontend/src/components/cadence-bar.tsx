import { useLingui } from "@lingui/react/macro";
import styles from "./cadence-bar.module.css";

interface Props {
  published: number;
  /** Still to go out, beside what was published. */
  planned: number;
  /** Posted on the channel without Carillon. */
  outside?: number;
  /** A week's aim; 0 when none was set. */
  target: number;
}

/** A week on one channel: solid published, outlined planned, hatched posted outside, a tick at the target. */
export function CadenceBar({ published, planned, outside = 0, target }: Props) {
  const { t } = useLingui();
  const whole = Math.max(1, (published + planned + outside) * 1.08, target * 1.15);
  const width = (count: number) => `${(100 * count) / whole}%`;
  const label = [
    target
      ? t`${published} published, ${planned} planned, target ${target}`
      : t`${published} published, ${planned} planned`,
    outside > 0 && t`${outside} posted outside Carillon`,
  ];
  return (
    <div className={styles.bar} role="img" aria-label={label.filter(Boolean).join(", ")}>
      {published > 0 && <span className={styles.published} style={{ width: width(published) }} />}
      {planned > 0 && <span className={styles.planned} style={{ left: width(published), width: width(planned) }} />}
      {outside > 0 && (
        <span className={styles.outside} style={{ left: width(published + planned), width: width(outside) }} />
      )}
      {target > 0 && <span className={styles.target} style={{ left: width(target) }} />}
    </div>
  );
}
