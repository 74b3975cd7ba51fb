import type { Answer } from "~/api/client";
import { weightedLength } from "~/lib/weighted-length";

export type Ripostes = Answer<"get", "/api/ripostes/">;
export type InList = Ripostes["running"][number];
export type Riposte = Answer<"get", "/api/ripostes/{id}/">;
export type Mark = InList["marks"][number];
export type Stage = InList["stage"];
export type InTheWay = Riposte["in_the_way"][number];
export type MovedAway = Riposte["moved"][number];
export type OnCall = Answer<"get", "/api/on-call/">;
export type LaneChannel = OnCall["channels"][number];
export type Version = Riposte["content"]["versions"][number];

const ADDRESS = /https?:\/\/[^\s<>"'«»]+/i;

/** Return the first address in what was shared or pasted, and the words around it as a first headline. */
export function sharedNews({ title = "", text = "", url = "" }: { title?: string; text?: string; url?: string }): {
  link: string;
  headline: string;
} {
  const all = [url, text, title];
  const found = all.map((part) => part.match(ADDRESS)?.[0]).find(Boolean) ?? "";
  const link = found.replace(/[).,;:!?\]]+$/, "");
  const words = [title, text].map((part) => part.replace(new RegExp(ADDRESS, "gi"), "").replace(/\s+/g, " ").trim());
  return { link, headline: (words.find(Boolean) ?? "").slice(0, 300) };
}

/** 664 → "11:04"; above an hour "1:05:20". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Whole minutes, as people say them: 664 s are 11 minutes. */
export const minutesOf = (seconds: number): number => Math.floor(seconds / 60);

/** Return when the last of its languages came online; null while one is still on its way. */
export function liveInAll(marks: readonly Mark[]): number | null {
  const live = marks.filter(({ mark }) => mark === "live").map(({ after_s }) => after_s);
  const known = live.filter((after) => after !== null);
  return live.length > 0 && known.length === live.length ? Math.max(...known) : null;
}

/** The instant that mark was met, in ms; undefined while it was not. */
export const metAt = (marks: readonly Mark[], mark: Mark["mark"]): number | undefined => {
  const at = marks.find((each) => each.mark === mark)?.at;
  return at ? Date.parse(at) : undefined;
};

/** "2026-11-24T23:30" and 60 → "2026-11-25T00:30", on the same wall clock. */
export function later(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** Return the first free slot of that channel after its time that none of the others took. */
export function nextSlot(
  slots: readonly { channel: string; local_time: string }[],
  channel: string,
  after: string,
  taken: ReadonlySet<string> = new Set(),
): string | undefined {
  return slots
    .filter((slot) => slot.channel === channel && slot.local_time > after)
    .map(({ local_time }) => local_time)
    .sort()
    .find((at) => !taken.has(`${channel} ${at}`));
}

/** The week that begins on that Monday, as wall-clock times: midnight to midnight. */
export function weekOf(monday: string): { starts: string; ends: string } {
  return { starts: `${monday}T00:00`, ends: later(`${monday}T00:00`, 7 * 24 * 60) };
}

interface Counting {
  counting: string;
  text_max: number;
  link: string;
}

/** Return how long a text is as that network counts, the link included where it stands in the text. */
export function lengthOn(text: string, link: string, limits: Counting): number {
  const shown = link && limits.link !== "card" && !text.includes(link) ? `${text}\n\n${link}`.trim() : text;
  return limits.counting === "weighted" ? weightedLength(shown) : [...shown].length;
}

/** The channels that a riposte goes to when nobody switches one. */
export const usually = (channels: readonly LaneChannel[]): ReadonlySet<string> =>
  new Set(channels.filter(({ is_on }) => is_on).map(({ id }) => id));

/** Return where it goes: what was switched by hand, else what the answer's template says, else as usual. The server's twin is riposte/beginning.py. */
export function goesTo({
  agreed,
  channels,
  chosen,
}: {
  agreed?: readonly { channel: string }[] | undefined;
  channels: readonly LaneChannel[];
  chosen: ReadonlySet<string> | null;
}): LaneChannel[] {
  const on = chosen ?? (agreed ? new Set(agreed.map(({ channel }) => channel)) : usually(channels));
  return channels.filter(({ id }) => on.has(id));
}

/** The Monday of that day's week. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  return later(`${day}T12:00`, -1440 * ((at.getUTCDay() + 6) % 7)).slice(0, 10);
}
