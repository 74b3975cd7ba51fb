interface Moved {
  state: string;
  updated_at: string;
  approval: { asked_at: string } | null;
}

/** What belongs to one act is written within this time. */
const SAME_MS = 3_000;

/** Whether moving a post that was `before` has made its approval be asked anew. */
export function isAskedAgain(before: string, { state, updated_at, approval }: Moved): boolean {
  if (state !== "in_review") return false;
  if (before !== "in_review" && before !== "expired") return before === "scheduled" || before === "approved";
  return approval !== null && Math.abs(Date.parse(updated_at) - Date.parse(approval.asked_at)) < SAME_MS;
}
