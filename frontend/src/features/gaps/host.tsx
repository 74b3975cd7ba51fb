import { lazy, Suspense } from "react";
import { closeGaps, useAskedGaps } from "~/lib/gaps";

const GapsDialog = lazy(() => import("./gaps-dialog"));

/** Where the answer to "where is it short?" appears, over whatever screen asked. Its code is loaded on first use. */
export function GapsHost() {
  const asked = useAskedGaps();
  return <Suspense fallback={null}>{asked && <GapsDialog asked={asked} onClose={closeGaps} />}</Suspense>;
}
