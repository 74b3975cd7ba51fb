import type { IconName } from "~/components/icon";

/** The drawing beside a notice, by the beginning of its code. */
const icons: [start: string, icon: IconName][] = [
  ["delivery-", "warning"],
  ["channel-", "channels"],
  ["publishing-late", "clock"],
  ["organisation-stopped", "hold"],
  ["organisation-goes-on", "send"],
  ["riposte", "bolt"],
  ["post-waits", "decisions"],
  ["posts-wait", "decisions"],
  ["posts-outrun", "pen"],
  ["request-waits", "decisions"],
  ["post-approved", "check"],
  ["request-approved", "check"],
  ["post-changes", "comment"],
  ["request-changes", "comment"],
  ["line-mark", "budget"],
  ["period-mark", "budget"],
  ["note-", "comment"],
  ["post-rejected", "refused"],
  ["request-rejected", "refused"],
];

export function noticeIcon(code: string): IconName {
  return icons.find(([start]) => code.startsWith(start))?.[1] ?? "bell";
}
