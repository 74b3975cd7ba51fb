import { fromAbsolute, parseDateTime, toZoned } from "@internationalized/date";

/** "2026-11-24T09:00" in Europe/Brussels → "2026-11-24T08:00:00.000Z". An hour that a change night skips moves forward, a doubled one is the first. */
export function toInstant(local: string, zone: string): string {
  return toZoned(parseDateTime(local), zone, "compatible").toAbsoluteString();
}

/** "2026-11-24T08:00:00Z" → "2026-11-24T09:00" in Europe/Brussels, to the minute. */
export function toLocal(instant: string | Date, zone: string): string {
  const at = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  const zoned = fromAbsolute(at, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${zoned.year}-${two(zoned.month)}-${two(zoned.day)}T${two(zoned.hour)}:${two(zoned.minute)}`;
}

/** True when that clock time does not exist there (the night the clocks go forward). */
export function isSkipped(local: string, zone: string): boolean {
  return toLocal(toInstant(local, zone), zone) !== local.slice(0, 16);
}

/** The hour a day starts with when only the day was chosen: the usual one, or today, when that has passed, about an hour from now. */
export function startOfDay(day: string, usual: string, zone: string, now = new Date()): string {
  const quarter = 900_000;
  const soon = toLocal(new Date(Math.ceil((now.getTime() + 50 * 60_000) / quarter) * quarter), zone);
  return soon.slice(0, 10) === day && soon.slice(11) > usual ? soon.slice(11) : usual;
}
