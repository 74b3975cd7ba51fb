import type { components } from "~/api/schema.gen";
import type { Figure, Share } from "../model";

type Schemas = components["schemas"];
export type Report = Schemas["DigitalShareReport"];
export type Reference = Schemas["ReferenceFigure"];
export type Worked = Schemas["HoursShown"];
export type WhatIf = Schemas["WhatIf"];

/** One month of the trend: by itself, and all until its end; per mille, null when nothing was spent. */
export interface Point {
  month: string;
  alone: Share;
  soFar: Share;
}

export function points(report: Report, figure: Figure, isStrict: boolean): Point[] {
  return report.months.map(({ month, figures, strict }) => {
    const { month: alone, so_far: soFar } = (isStrict ? strict : figures)[figure];
    return { month, alone, soFar };
  });
}

/** The months until the last in which something was spent: a line that runs on into the future would tell of nothing. */
export function spentUntil(found: readonly Point[]): Point[] {
  const last = found.findLastIndex(({ alone }) => alone.all_cents !== 0);
  return found.slice(0, last + 1);
}

/** Return a step of a slider over so much: round, and at most some two hundred of them. */
export function stepOf(most: number): number {
  const steps = [100_00, 500_00, 1_000_00, 5_000_00, 10_000_00, 50_000_00, 100_000_00];
  return steps.find((step) => most / step <= 200) ?? 1_000_000_00;
}

/** Permille as points of per cent between two shares; null when one of them is none. */
export const gained = (before: Share, after: Share): number | null =>
  before.permille === null || after.permille === null ? null : after.permille - before.permille;

/** "7,5", "7.5", "7:30" or "7h30" as minutes; null for anything else. */
export function minutesIn(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,5})(?:[:h](\d{2}))?$/i.exec(text.trim()) ?? [];
  if (hours !== undefined) return Number(minutes ?? 0) < 60 ? Number(hours) * 60 + Number(minutes ?? 0) : null;
  return /^\d{1,5}[.,]\d{1,2}$/.test(text.trim()) ? Math.round(Number(text.trim().replace(",", ".")) * 60) : null;
}
