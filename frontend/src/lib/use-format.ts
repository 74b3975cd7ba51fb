import { useLingui } from "@lingui/react";
import { createContext, use } from "react";
import { createFormat, type Format, type FormatSettings } from "./format";
import { isLocale } from "./locale";

let zoneHere: string | undefined;

/** The zone of this device. Asked once: Intl takes its time. */
export function ownZone(): string {
  zoneHere ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneHere;
}

/** Zone and currency of the organisation on screen, and the person's own zone; the shell provides it. */
export const PlaceContext = createContext<Pick<FormatSettings, "zone" | "ownZone" | "currency"> | null>(null);

// One for all who ask alike: what Intl makes is dear, and a calendar has five hundred cards.
const made = new Map<string, Format>();

function formatFor(settings: FormatSettings): Format {
  const name = Object.values(settings).join("|");
  const known = made.get(name);
  if (known) return known;
  const format = createFormat(settings);
  made.set(name, format);
  return format;
}

/** Return the words for dates, times and money in the reader's language and the organisation's zone and currency. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const locale = isLocale(i18n.locale) ? i18n.locale : "en";
  const place = use(PlaceContext) ?? { zone: ownZone(), ownZone: ownZone(), currency: "EUR" };
  return formatFor({ locale, ...place });
}
