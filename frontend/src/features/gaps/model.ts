import type { Answer } from "~/api/client";

export type Gap = Answer<"get", "/api/cadence/gaps/">[number];
export type Draft = Answer<"get", "/api/posts/">["results"][number];
export type Channel = Answer<"get", "/api/channels/">["results"][number];

/** One place where a post could go. */
export interface Slot {
  key: string;
  channel: string;
  at: string;
}

export const slotsOf = (gaps: readonly Gap[]): Slot[] =>
  gaps
    .flatMap(({ channel, proposals }) => proposals.map((at) => ({ key: `${channel} ${at}`, channel, at })))
    .sort((a, b) => a.at.localeCompare(b.at));

/** Return how many the weeks lack, and for how many of them there is no room left. */
export function lacking(gaps: readonly Gap[]): { missing: number; unplaced: number } {
  const weeks = new Map(gaps.map((gap) => [`${gap.channel} ${gap.week}`, gap.week_missing]));
  const missing = [...weeks.values()].reduce((sum, count) => sum + count, 0);
  return { missing, unplaced: Math.max(0, missing - gaps.reduce((sum, gap) => sum + gap.proposals.length, 0)) };
}

/** Whether the draft can go there: it speaks a language of the channel, and is meant for its network if it is meant for any. */
export const fits = (draft: Draft, channel: Channel): boolean =>
  draft.languages.some((code) => channel.languages.length === 0 || channel.languages.some((own) => own === code)) &&
  (draft.networks.length === 0 || draft.networks.includes(channel.network));

/** Return a slot for each draft in turn, the earliest that fits and that no other has; a draft that fits nowhere has none. */
export function assigned(
  drafts: readonly Draft[],
  slots: readonly Slot[],
  channels: readonly Channel[],
): Map<string, Slot> {
  const found = new Map<string, Slot>();
  const taken = new Set<string>();
  for (const draft of drafts) {
    const slot = slots.find(({ key, channel: id }) => {
      const channel = channels.find((each) => each.id === id);
      return !taken.has(key) && channel !== undefined && fits(draft, channel);
    });
    if (!slot) continue;
    taken.add(slot.key);
    found.set(draft.id, slot);
  }
  return found;
}
