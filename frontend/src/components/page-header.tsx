import { type ReactNode, useEffect } from "react";
import styles from "./page-header.module.css";

interface Props {
  /** The h1, and the document's title. */
  title: string;
  /** Beside it: a sentence, a badge. */
  children?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
}

/** The top of every screen. The shell moves the focus here after a navigation. */
export function PageHeader({ title, children, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Carillon`;
  }, [title]);
  return (
    <header className={styles.head}>
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children && <div className={styles.aside}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
