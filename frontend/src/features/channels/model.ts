import type { Answer } from "~/api/client";

export type Channel = Answer<"get", "/api/channels/">["results"][number];
export type Network = Answer<"get", "/api/networks/">[number];
export type Found = Answer<"get", "/api/channels/connections/{id}/">["accounts"][number];

/** From so many days before its end, access is something to look after: the server warns of it from then on, too. */
const SOON_DAYS = 14;

export type Access =
  | { kind: "none" }
  | { kind: "renews" }
  | { kind: "lasts" }
  | { kind: "ends"; days: number; at: string; tone: "plain" | "warn" | "bad" };

/** How long the network lets us publish there. */
export function accessOf(channel: Pick<Channel, "state" | "days_left" | "token_expires_at">): Access {
  if (channel.state === "disconnected" || channel.state === "sign_in_lost") return { kind: "none" };
  if (channel.token_expires_at === null) return { kind: "lasts" };
  if (channel.days_left === null) return { kind: "renews" };
  const tone = channel.days_left <= 1 ? "bad" : channel.days_left <= SOON_DAYS ? "warn" : "plain";
  return { kind: "ends", days: channel.days_left, at: channel.token_expires_at, tone };
}

/** Whether somebody has to do something, so that posts go out there. A pause is wanted. */
export function needsSomebody(channel: Channel): boolean {
  if (channel.state === "sign_in_lost" || channel.state === "out_of_credit") return true;
  if (channel.state === "paused") return channel.problem !== null;
  const access = accessOf(channel);
  return access.kind === "ends" && access.tone !== "plain";
}

/** The channels in three parts: those that need somebody, those that are fine, those that were disconnected. */
export function parted(channels: readonly Channel[]): Record<"needy" | "fine" | "gone", Channel[]> {
  const gone = channels.filter(({ state }) => state === "disconnected");
  const here = channels.filter(({ state }) => state !== "disconnected");
  return { needy: here.filter(needsSomebody), fine: here.filter((channel) => !needsSomebody(channel)), gone };
}

/** Return the picture's address where it is ours to show: the page loads nothing from elsewhere. */
export function ownPicture(url: string, origin: string): string | undefined {
  if (!url) return undefined;
  try {
    return new URL(url, origin).origin === origin ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The names under which the app registered with a network goes into the environment. */
export function variablesOf(slug: string): string[] {
  const name = slug.toUpperCase();
  return [`NETWORK_${name}_ID`, `NETWORK_${name}_SECRET`];
}

/** Handles as people write them: "@demain", but only where the network gave one. */
export function atHandle(handle: string): string {
  return handle && !handle.startsWith("@") ? `@${handle}` : handle;
}

/** What is ticked at first among the found pages: the only new one, or none, so that nobody connects a page by mistake. */
export function ticked(found: readonly Found[]): string[] {
  const fresh = found.filter(({ channel }) => channel === null);
  return fresh.length === 1 && found.length === 1 ? fresh.map(({ remote_id }) => remote_id) : [];
}

/** How the found pages stand to the channels there are already. */
export function foundKind(found: readonly Found[]): "one" | "several" | "all-known" {
  if (found.every(({ channel }) => channel !== null)) return "all-known";
  return found.length === 1 ? "one" : "several";
}
