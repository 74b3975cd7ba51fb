interface Reviewed {
  state: string;
  approval: { id: string } | null;
}

/** Whether moving a post has made its approval be asked anew: it waits, and not for the approval it waited for before. */
export function isAskedAgain(before: Reviewed, after: Reviewed): boolean {
  return after.state === "in_review" && after.approval !== null && after.approval.id !== before.approval?.id;
}
