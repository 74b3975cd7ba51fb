import { useLingui } from "@lingui/react/macro";
import { useCommands } from "~/components/commands";
import { mondayOf } from "~/lib/days";
import { openGaps } from "~/lib/gaps";
import type { CalendarSearch, View } from "./search";

interface Props {
  date: string;
  onChange: (change: Partial<CalendarSearch>) => void;
  /** One page before (-1) or after (1). */
  onTurn: (by: 1 | -1) => void;
  onFilter: () => void;
  /** All fits the window, so that the keys that scroll a page are free to turn it. */
  isFilled: boolean;
}

/** The keys that turn pages, change the view and what is shown. */
export function useCalendarCommands({ date, onChange, onTurn, onFilter, isFilled }: Props): void {
  const { t } = useLingui();
  const show = (next: View) => () => onChange({ view: next });
  useCommands([
    {
      id: "calendar-after",
      words: t`Later`,
      icon: "right",
      keys: "j",
      ...(isFilled && { or: ["PageDown"] }),
      act: () => onTurn(1),
    },
    {
      id: "calendar-before",
      words: t`Earlier`,
      icon: "left",
      keys: "k",
      ...(isFilled && { or: ["PageUp"] }),
      act: () => onTurn(-1),
    },
    {
      id: "calendar-today",
      words: t`Back to today`,
      icon: "today",
      keys: "t",
      act: () => onChange({ date: undefined }),
    },
    { id: "calendar-month", words: t`Show the month`, icon: "calendar", keys: "1", act: show("month") },
    { id: "calendar-week", words: t`Show the week`, icon: "calendar", keys: "2", act: show("week") },
    { id: "calendar-day", words: t`Show the day`, icon: "calendar", keys: "3", act: show("day") },
    { id: "calendar-agenda", words: t`Show the agenda`, icon: "calendar", keys: "4", act: show("agenda") },
    { id: "calendar-filter", words: t`Filter the calendar`, icon: "filter", keys: "f", act: onFilter },
    {
      id: "calendar-gaps",
      words: t`Where this week is short`,
      icon: "find",
      act: () => openGaps({ monday: mondayOf(date) }),
    },
  ]);
}
