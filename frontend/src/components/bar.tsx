import styles from "./bar.module.css";

interface Props {
  /** The whole row in words: "Press online: €12,400 spent, €15,800 committed, of €24,000 planned". */
  label: string;
  planned: number;
  committed?: number;
  spent: number;
  /** The longest of the rows it stands among, so that rows compare; default: its own. */
  scale?: number;
  /** digital: verdigris; other: grey. */
  tone?: "digital" | "other";
}

/** Planned as an outline, committed as a tint, spent as a solid bar, on one scale. */
export function Bar({ label, planned, committed = 0, spent, scale, tone = "digital" }: Props) {
  const whole = Math.max(1, scale ?? 0, planned, committed, spent);
  const width = (amount: number) => `${(100 * amount) / whole}%`;
  return (
    <div className={`${styles.bar} ${styles[tone]}`} role="img" aria-label={label}>
      {planned > 0 && <span className={styles.planned} style={{ width: width(planned) }} />}
      {committed > 0 && <span className={styles.committed} style={{ width: width(committed) }} />}
      {spent > 0 && (
        <span className={`${styles.spent} ${spent > planned ? styles.over : ""}`} style={{ width: width(spent) }} />
      )}
    </div>
  );
}
