import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { Icon } from "~/components/icon";
import { activateLocale, type Locale, localeNames, locales } from "~/lib/locale";
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
  const { t, i18n } = useLingui();
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
        <p className={styles.brand}>
          <span className={styles.bell}>
            <Icon name="bell" size={18} />
          </span>
          Carillon
        </p>
        <div className={styles.card}>
          <h1 tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
        {below && <div className={styles.below}>{below}</div>}
        <label className={styles.language}>
          <Icon name="globe" />
          <span className="only-read">{t`Language`}</span>
          <select value={i18n.locale} onChange={(event) => void activateLocale(event.target.value as Locale)}>
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {localeNames[locale]}
              </option>
            ))}
          </select>
        </label>
      </main>
    </div>
  );
}
