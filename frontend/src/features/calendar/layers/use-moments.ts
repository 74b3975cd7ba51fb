import { useCallback, useState } from "react";
import { useMay } from "~/api/me";

export type OpenMoments = "all" | string | { day: string };

/** Which moment is open, or the list of all; opening one is for those who plan. */
export function useMoments() {
  const mayPlan = useMay()("plan");
  const [open, setOpen] = useState<OpenMoments | null>(null);
  const openMoment = useCallback((moment: string | { day: string }) => setOpen(moment), []);
  return { open, setOpen, openMoment: mayPlan ? openMoment : null };
}
