import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** What there is to know about something, a name above each answer: `<Facts><Fact name={t`Cost`}>…</Fact></Facts>`. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, wide, children }: { name: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`${styles.fact} ${wide ? styles.wide : ""}`}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
