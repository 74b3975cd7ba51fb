/** What busy organisations of this kind publish in a week, all channels together. */
export const WEEKLY_REFERENCE = { from: 80, to: 90 } as const;

interface Counted {
  planned: number;
  published: number;
  /** Posted on the channel without Carillon. */
  outside: number;
  target: number;
}

/** Return the sums over the channels; `planned` counts what is published already, too. */
export function cadenceTotal(channels: readonly Counted[]): Counted {
  return channels.reduce(
    (sum, { planned, published, outside, target }) => ({
      planned: sum.planned + planned,
      published: sum.published + published,
      outside: sum.outside + outside,
      target: sum.target + target,
    }),
    { planned: 0, published: 0, outside: 0, target: 0 },
  );
}

/** Return how many the week lacks; a channel that has more than it wants makes up for no other. */
export const cadenceMissing = (channels: readonly Counted[]): number =>
  channels.reduce((sum, { planned, outside, target }) => sum + Math.max(0, target - planned - outside), 0);
