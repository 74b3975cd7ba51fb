import { cityNames } from "./city-names";
import { type Locale, regions } from "./locale";

export interface FormatSettings {
  locale: Locale;
  /** IANA zone every time is written in: the organisation's. */
  zone: string;
  /** IANA zone of the person, shown beside a time when it differs. */
  ownZone: string;
  /** ISO 4217 code. */
  currency: string;
}

type When = string | number | Date;
type DateStyle = "day" | "weekday" | "short" | "long" | "month" | "numeric";

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
};

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

function instant(at: When): Date {
  // A bare date ("2026-11-24") is that day everywhere, not midnight UTC of it.
  if (typeof at === "string" && /^\d{4}-\d{2}-\d{2}$/.test(at)) return new Date(`${at}T12:00:00Z`);
  return at instanceof Date ? at : new Date(at);
}

function oneOf<Made>(kept: Map<string, Made>, options: unknown, make: () => Made): Made {
  const name = JSON.stringify(options) ?? "";
  const known = kept.get(name);
  if (known) return known;
  const made = make();
  kept.set(name, made);
  return made;
}

const bareDate = (at: When) => typeof at === "string" && /^\d{4}-\d{2}-\d{2}$/.test(at);

/** Return the words for dates, times, money and numbers of one reader. Pure but for Intl; useFormat() gives the current one. */
export function createFormat({ locale, zone, ownZone, currency }: FormatSettings) {
  const region = regions[locale];
  // What Intl makes is dear: one of each kind is enough.
  const dates = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    oneOf(dates, [options, timeZone], () => new Intl.DateTimeFormat(region, { ...options, timeZone }));
  const write = (options: Intl.DateTimeFormatOptions, at: When, timeZone = zone) =>
    dateFormat(options, timeZone).format(instant(at));
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options?: Intl.NumberFormatOptions) =>
    oneOf(numbers, options, () => new Intl.NumberFormat(region, options));
  let languageNames: Intl.DisplayNames | undefined;
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const offset = (at: When, timeZone: string) => write({ timeZoneName: "longOffset" }, at, timeZone).split("GMT").pop();

  return {
    locale,
    region,
    zone,
    currency,
    date: (at: When, style: DateStyle = "day") => write(dateStyles[style], at, bareDate(at) ? "UTC" : zone),
    /** "Nov" of a day: a month among others. */
    monthName: (at: When) => write({ month: "short" }, at, "UTC"),
    /** "27 April – 3 May 2026" of two days ("2026-04-27"); short: "27 Apr – 3 May". */
    dateRange: (from: string, to: string, style: "long" | "short" = "long") =>
      dateFormat(
        { day: "numeric", ...(style === "long" ? { month: "long", year: "numeric" } : { month: "short" }) },
        "UTC",
      ).formatRange(instant(from), instant(to)),
    time: (at: When, timeZone = zone) => write(clock, at, timeZone),
    /** "Tue 24 Nov, 09:00". */
    dateTime: (at: When, timeZone = zone) => `${write(dateStyles.short, at, timeZone)}, ${write(clock, at, timeZone)}`,
    /** The person's own clock at that moment, "08:00", or null while it reads the same as the organisation's. */
    ownTime: (at: When) => (offset(at, zone) === offset(at, ownZone) ? null : write(clock, at, ownZone)),
    /** "Brussels", "Brüssel", of Europe/Brussels. */
    zoneName: (timeZone = zone) => {
      const city = timeZone.split("/").pop()?.replaceAll("_", " ") ?? timeZone;
      return cityNames[city]?.[locale] ?? city;
    },
    weekday: (at: When, style: "long" | "short" | "narrow" = "short") =>
      write({ weekday: style }, at, bareDate(at) ? "UTC" : zone),
    number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(options).format(value),
    /** 0.568 → "56.8 %" in the reader's spelling. */
    percent: (share: number, digits = 1) =>
      numberFormat({ style: "percent", maximumFractionDigits: digits }).format(share),
    /** Integer cents → "€1,250" or "€12.50"; whole amounts carry no cents. */
    money: (cents: number, code = currency) =>
      numberFormat({ style: "currency", currency: code, trailingZeroDisplay: "stripIfInteger" }).format(cents / 100),
    /** "in 4 hours", "12 minutes ago". */
    relative: (at: When, now: When = new Date()) => {
      const seconds = Math.round((instant(at).getTime() - instant(now).getTime()) / 1000);
      const words = new Intl.RelativeTimeFormat(region, { numeric: "auto" });
      for (const [unit, size] of steps) {
        if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
      }
      return words.format(0, "second");
    },
    list: (items: string[]) => new Intl.ListFormat(region, { type: "conjunction" }).format(items),
    languageName: (code: string) => {
      languageNames ??= new Intl.DisplayNames(region, { type: "language" });
      return languageNames.of(code) ?? code;
    },
  };
}

export type Format = ReturnType<typeof createFormat>;
