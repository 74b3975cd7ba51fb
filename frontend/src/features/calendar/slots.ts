import { addDays } from "~/lib/days";
import { isSkipped } from "~/lib/local-time";

/** A place in the calendar where something can be dropped or begun: hours [from, to) of a day. */
export interface Slot {
  day: string;
  from: number;
  to: number;
  /** "09:00": what a new post starts with here. */
  start: string;
}

export const partNames = ["morning", "midday", "afternoon", "evening"] as const;
export type PartName = (typeof partNames)[number];
export const parts: Record<PartName, { from: number; to: number; start: string }> = {
  morning: { from: 0, to: 11, start: "09:00" },
  midday: { from: 11, to: 14, start: "12:00" },
  afternoon: { from: 14, to: 18, start: "16:00" },
  evening: { from: 18, to: 24, start: "19:00" },
};

const two = (value: number) => String(value).padStart(2, "0");
const QUARTER = 15;

/** "2026-11-24T09:30" → "morning". */
export function partOf(local: string): PartName {
  const hour = Number(local.slice(11, 13));
  return partNames.find((name) => hour < parts[name].to) ?? "evening";
}

export const daySlot = (day: string): Slot => ({ day, from: 0, to: 24, start: "09:00" });
export const partSlot = (day: string, name: PartName): Slot => ({ day, ...parts[name] });
export const hourSlot = (day: string, hour: number): Slot => ({
  day,
  from: hour,
  to: hour + 1,
  start: `${two(hour)}:00`,
});
/** "2026-11-24/11-14" → that slot again. */
export function slotOf(key: string): Slot {
  const [day = "", hours = ""] = key.split("/");
  const [from = 0, to = 24] = hours.split("-").map(Number);
  if (to - from === 24) return daySlot(day);
  if (to - from === 1) return hourSlot(day, from);
  return partSlot(day, partNames.find((name) => parts[name].from === from) ?? "morning");
}
export const slotKey = ({ day, from, to }: Slot): string => `${day}/${from}-${to}`;

/** Whether that local time lies in the slot. */
export const isIn = (slot: Slot, local: string): boolean =>
  local.startsWith(slot.day) && Number(local.slice(11, 13)) >= slot.from && Number(local.slice(11, 13)) < slot.to;

/** Whether this slot is over at `now` (local time of the same zone). */
export function isOver(slot: Slot, now: string): boolean {
  const end = slot.to === 24 ? `${addDays(slot.day, 1)}T00:00` : `${slot.day}T${two(slot.to)}:00`;
  return end <= now;
}

/** Return the first quarter of an hour that is at least five minutes ahead of `now`: "…T14:32" → "…T14:45". */
export function nextQuarter(now: string): string {
  const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) + 5;
  const quarter = Math.ceil(minutes / QUARTER) * QUARTER;
  if (quarter >= 24 * 60) return `${addDays(now.slice(0, 10), 1)}T00:00`;
  return `${now.slice(0, 10)}T${two(Math.floor(quarter / 60))}:${two(quarter % 60)}`;
}

/**
 * Return the local time something gets that is dropped on the slot, or null when that has passed.
 * Its clock time stays where the slot allows it; else the slot's own start, or the next quarter of an hour when that has passed.
 */
export function dropTime({
  from,
  slot,
  now,
  zone,
}: {
  from: string;
  slot: Slot;
  now: string;
  zone: string;
}): string | null {
  if (isOver(slot, now)) return null;
  const clock = from.slice(11, 16);
  const isHour = slot.to - slot.from === 1;
  const kept = isHour ? `${slot.day}T${two(slot.from)}:${clock.slice(3)}` : `${slot.day}T${clock}`;
  const wanted = isIn(slot, kept) ? kept : `${slot.day}T${slot.start}`;
  if (wanted > now) return isSkipped(wanted, zone) ? null : wanted;
  // A whole day keeps the clock time, and that has passed; in a part of today there may be time left.
  const next = nextQuarter(now);
  return slot.to - slot.from < 24 && isIn(slot, next) ? next : null;
}

/** Return the local time a new post gets in this slot, or null when the slot is over. */
export function newTime(slot: Slot, now: string): string | null {
  const wanted = `${slot.day}T${slot.start}`;
  if (wanted > now) return wanted;
  const next = nextQuarter(now);
  return isIn(slot, next) ? next : null;
}
