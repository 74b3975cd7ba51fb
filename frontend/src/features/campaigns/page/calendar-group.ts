/** The calendar's filter for each state people see: features/calendar/filter.ts. */
const groups: Record<string, string> = {
  draft: "draft",
  in_review: "waiting",
  changes_asked: "waiting",
  expired: "waiting",
  held: "waiting",
  approved: "scheduled",
  scheduled: "scheduled",
  sending: "scheduled",
  published: "published",
  corrected: "published",
  failed: "wrong",
  missed: "wrong",
  needs_look: "wrong",
  looking: "wrong",
  rejected: "wrong",
  cancelled: "off",
  taken_down: "off",
};

export const calendarGroup = (state: string): string | undefined => groups[state];
