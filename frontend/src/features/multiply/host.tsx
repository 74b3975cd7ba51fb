import { lazy, Suspense } from "react";
import { closeMultiply, useMultiplied } from "~/lib/multiply";

const MultiplyDialog = lazy(() => import("./multiply-dialog"));

/** Where one message becomes several, over whatever screen asked for it. Its code is loaded on first use. */
export function MultiplyHost() {
  const post = useMultiplied();
  return (
    <Suspense fallback={null}>{post && <MultiplyDialog key={post} post={post} onClose={closeMultiply} />}</Suspense>
  );
}
