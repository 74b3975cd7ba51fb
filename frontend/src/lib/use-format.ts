import { useLingui } from "@lingui/react";
import { createContext, use, useMemo } from "react";
import { createFormat, type Format } from "./format";
import { isLocale } from "./locale";

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zone and currency of the organisation on screen, and the person's own zone; the shell provides it. */
export const PlaceContext = createContext({ zone: ownZone(), ownZone: ownZone(), currency: "EUR" });

/** Return the words for dates, times and money in the reader's language and the organisation's zone and currency. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const locale = isLocale(i18n.locale) ? i18n.locale : "en";
  const { zone, ownZone: own, currency } = use(PlaceContext);
  return useMemo(() => createFormat({ locale, zone, ownZone: own, currency }), [locale, zone, own, currency]);
}
