/** What this day is beside its posts: in a month's cell, under an agenda's head, above a day's hours. */
export function DayLayers(_: { day: string }) {
  return null;
}
