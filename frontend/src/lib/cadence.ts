/** What busy organisations of this kind publish in a week, all channels together. */
export const WEEKLY_REFERENCE = { from: 80, to: 90 } as const;

interface Counted {
  planned: number;
  published: number;
  target: number;
}

/** Return the sums over the channels; `planned` counts what is published already, too. */
export function cadenceTotal(channels: readonly Counted[]): Counted {
  return channels.reduce(
    (sum, { planned, published, target }) => ({
      planned: sum.planned + planned,
      published: sum.published + published,
      target: sum.target + target,
    }),
    { planned: 0, published: 0, target: 0 },
  );
}
