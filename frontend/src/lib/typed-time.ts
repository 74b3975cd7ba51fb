/** Return "09:30" for what a person types for a time ("9:30", "9h30", "930", "9", "21.5" is none), or null. */
export function typedTime(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:.hHuU]?\s*(\d{2}))?\s*[hHuU]?\s*$/.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
