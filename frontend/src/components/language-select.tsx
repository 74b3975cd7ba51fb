import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { activateLocale, type Locale, localeNames, locales } from "~/lib/locale";
import styles from "./language-select.module.css";

/** The language of the page, where nobody has signed in whose own it could be. */
export function LanguageSelect() {
  const { t, i18n } = useLingui();
  return (
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
  );
}
