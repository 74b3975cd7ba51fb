import type { Answer } from "~/api/client";

export type ByWeek = Answer<"get", "/api/cadence/weeks/">;
export type Row = ByWeek["channels"][number];
export type Tally = Row["weeks"][number];

/** Everything that is heard in the week: planned (published included) and posted outside Carillon. */
export const heard = ({ planned, outside }: Tally): number => planned + outside;

/** Return the sum of each week over the channels. */
export function totals(rows: readonly Row[], weeks: number): Tally[] {
  return Array.from({ length: weeks }, (_, index) =>
    rows.reduce<Tally>(
      (sum, row) => {
        const week = row.weeks[index];
        if (!week) return sum;
        return {
          planned: sum.planned + week.planned,
          scheduled: sum.scheduled + week.scheduled,
          published: sum.published + week.published,
          outside: sum.outside + week.outside,
        };
      },
      { planned: 0, scheduled: 0, published: 0, outside: 0 },
    ),
  );
}

export const targetOf = (rows: readonly Row[]): number => rows.reduce((sum, { target }) => sum + target, 0);

/** Return how many the week lacks; a channel that has more than it wants makes up for no other. */
export const missing = (rows: readonly Row[], index: number): number =>
  rows.reduce((sum, { target, weeks }) => sum + Math.max(0, target - heard(weeks[index] ?? nothing)), 0);

const nothing: Tally = { planned: 0, scheduled: 0, published: 0, outside: 0 };
