import { useLingui } from "@lingui/react/macro";
import { useCommands } from "~/components/commands";
import { turned } from "./period";
import type { CalendarSearch, View } from "./search";

interface Props {
  view: View;
  date: string;
  onChange: (change: Partial<CalendarSearch>) => void;
}

/** The keys that turn pages and change the view. */
export function useCalendarCommands({ view, date, onChange }: Props): void {
  const { t } = useLingui();
  const show = (next: View) => () => onChange({ view: next });
  useCommands([
    {
      id: "calendar-after",
      words: t`Later`,
      icon: "right",
      keys: "j",
      act: () => onChange({ date: turned(view, date, 1) }),
    },
    {
      id: "calendar-before",
      words: t`Earlier`,
      icon: "left",
      keys: "k",
      act: () => onChange({ date: turned(view, date, -1) }),
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
  ]);
}
