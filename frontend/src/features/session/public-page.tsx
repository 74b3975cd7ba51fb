import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { Brand } from "~/components/brand";
import { LanguageSelect } from "~/components/language-select";
import { Bells } from "./bells";
import styles from "./public-page.module.css";

interface Props {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** Under the card: other ways to go. */
  below?: ReactNode;
}

/** A screen outside every organisation: the bells, a card, the language. */
export function PublicPage({ title, lead, children, below }: Props) {
  const { t } = useLingui();
  useEffect(() => {
    document.title = `${title} · Carillon`;
  }, [title]);
  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <Bells />
        <p className={styles.promise}>{t`Written together, approved in two taps, published on time.`}</p>
      </aside>
      <main id="main" className={styles.main}>
        <Brand />
        <div className={styles.card}>
          <h1 tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
        {below && <div className={styles.below}>{below}</div>}
        <LanguageSelect />
      </main>
    </div>
  );
}
