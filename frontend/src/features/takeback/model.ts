import type { Answer } from "~/api/client";

export type Online = Answer<"get", "/api/takebacks/possible/">;
export type OnlineChannel = Online["channels"][number];
export type TakeBack = Answer<"get", "/api/takebacks/">[number];
export type TakeBackChannel = TakeBack["channels"][number];
export type Kind = "down" | "correct";

/** What a person has said so far about one channel. */
export interface Choice {
  isChosen: boolean;
  assigned: string;
}

export const canBy = (kind: Kind, channel: OnlineChannel): boolean =>
  kind === "down" ? channel.can_take_down : channel.can_correct;

/** Whether this has been asked for already, so that there is nothing to choose. A correction gives way to taking down. */
export const isUnderWay = (kind: Kind, channel: OnlineChannel): boolean =>
  channel.under_way === "down"
    ? channel.under_way_state !== "refused"
    : kind === "correct" && channel.under_way === "correct" && channel.under_way_state === "waiting";

/** What is chosen at first: everything comes down; corrected is what can be corrected from here. */
export const firstChoice = (kind: Kind, channel: OnlineChannel): Choice => ({
  isChosen: !isUnderWay(kind, channel) && (kind === "down" || channel.can_correct),
  assigned: channel.assigned,
});

export interface SameText {
  text: string;
  max: number;
  channels: OnlineChannel[];
}

/** Return the texts that stand there, each once, with the channels that have it. */
export function sameTexts(channels: readonly OnlineChannel[]): SameText[] {
  const found = new Map<string, SameText>();
  for (const channel of channels) {
    const same = found.get(channel.text);
    if (same) {
      same.channels.push(channel);
      same.max = Math.min(same.max, channel.text_max);
    } else found.set(channel.text, { text: channel.text, max: channel.text_max, channels: [channel] });
  }
  return [...found.values()];
}

/** Whether something may still change by itself within seconds. */
export const isMoving = (takeBack: TakeBack): boolean =>
  takeBack.channels.some(({ state, is_told }) => state === "waiting" && !is_told);

/** Whether a person has something to do, or to know. */
export const isLeft = ({ state, is_told }: TakeBackChannel): boolean =>
  state === "by_hand" || state === "refused" || (state === "waiting" && is_told);
