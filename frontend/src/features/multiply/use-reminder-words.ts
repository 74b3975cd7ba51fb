import { useLingui } from "@lingui/react/macro";
import type { Reminder } from "./model";

export function useReminderWords(): Record<Reminder, string> {
  const { t } = useLingui();
  return {
    "week-before": t`7 days before the event`,
    "day-before": t`The day before`,
    "hours-before": t`3 hours before`,
    "days-after": t`3 days after this post`,
    "weeks-after": t`2 weeks after this post`,
  };
}
