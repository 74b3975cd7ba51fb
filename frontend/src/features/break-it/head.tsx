import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Icon } from "~/components/icon";
import { activateLocale, type Locale, localeNames, locales } from "~/lib/locale";
import styles from "./head.module.css";

/** Where one is, the way into the product, the language. */
export function Head() {
  const { t, i18n } = useLingui();
  return (
    <header className={styles.head}>
      <Link to="/" className={styles.brand}>
        <span className={styles.bell}>
          <Icon name="bell" size={18} />
        </span>
        Carillon
      </Link>
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
    </header>
  );
}
