import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./note.module.css";

interface Props {
  tone?: "plain" | "attention" | "broken" | "ok";
  icon?: IconName;
  /** Read aloud as soon as it appears. */
  isUrgent?: boolean;
  /** Buttons at its end. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Something to know right here, before going on. */
export function Note({ tone = "plain", icon = "info", isUrgent, actions, children }: Props) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={isUrgent ? "alert" : undefined}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
