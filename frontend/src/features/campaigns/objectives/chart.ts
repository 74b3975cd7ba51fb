import type { Kpi, Objective } from "../model";

export const WIDE = 132;
export const HIGH = 52;
const EDGE = 5;

export interface Dot {
  x: number;
  y: number;
}

export interface Drawing {
  baseline: Dot;
  target: Dot;
  readings: Dot[];
}

/** Return where the line from baseline to target and the readings lie: days across, values up. */
export function drawn({ baseline, target, readings }: Kpi, { starts_on, ends_on }: Objective): Drawing {
  const days = [starts_on, ends_on, ...readings.map(({ day }) => day)].map((day) => Date.parse(day));
  const values = [baseline, target, ...readings.map(({ value }) => value)];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const dot = (day: string, value: number): Dot => ({
    x: EDGE + ((WIDE - 2 * EDGE) * (Date.parse(day) - first)) / Math.max(1, last - first),
    y: HIGH - EDGE - ((HIGH - 2 * EDGE) * (value - low)) / (high - low || 1),
  });
  return {
    baseline: dot(starts_on, baseline),
    target: dot(ends_on, target),
    readings: readings.map(({ day, value }) => dot(day, value)),
  };
}

export const path = (dots: readonly Dot[]): string =>
  dots.map(({ x, y }, index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
