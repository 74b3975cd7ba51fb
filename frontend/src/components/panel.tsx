import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

interface Props {
  title?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  tone?: "plain" | "attention" | "broken";
  /** Space around the content; off for lists whose rows reach the border. */
  padded?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A part of a screen on its own ground, with a heading of its own. */
export function Panel({ title, aside, tone = "plain", padded = false, className, children }: Props) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${styles[tone]} ${className ?? ""}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          {aside && <div className={styles.aside}>{aside}</div>}
        </header>
      )}
      <div className={padded ? styles.padded : undefined}>{children}</div>
    </section>
  );
}
