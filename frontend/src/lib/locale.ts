import { i18n } from "@lingui/core";

export const locales = ["en", "fr", "nl", "de"] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own name, for the language menus. */
export const localeNames: Record<Locale, string> = { en: "English", fr: "Français", nl: "Nederlands", de: "Deutsch" };

/** The regional form dates, numbers and money are written in. Plain "en" would print American dates. */
export const regions: Record<Locale, string> = { en: "en-GB", fr: "fr-BE", nl: "nl-BE", de: "de-BE" };

const KEY = "carillon.language";

const catalogues: Record<Locale, () => Promise<{ messages: Record<string, string> }>> = {
  en: () => import("../locales/en.po"),
  fr: () => import("../locales/fr.po"),
  nl: () => import("../locales/nl.po"),
  de: () => import("../locales/de.po"),
};

export function isLocale(value: string | null | undefined): value is Locale {
  return locales.includes(value as Locale);
}

/** Return the language last used in this browser, else the first of the browser's own that we speak, else English. */
export function preferredLocale(): Locale {
  const kept = localStorage.getItem(KEY);
  if (isLocale(kept)) return kept;
  for (const wanted of navigator.languages) {
    const language = wanted.slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return "en";
}

/** The whole app speaks this language afterwards, and this browser remembers it. */
export async function activateLocale(locale: Locale): Promise<void> {
  if (i18n.locale === locale) return;
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  localStorage.setItem(KEY, locale);
}

export function currentLocale(): Locale {
  return isLocale(i18n.locale) ? i18n.locale : "en";
}
