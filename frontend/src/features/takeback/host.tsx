import { lazy, Suspense } from "react";
import { closeTakeBack, useTakeBackPost } from "~/lib/take-back";

const TakeBackDialog = lazy(() => import("./take-back-dialog"));

/** Where the question about a post that is online appears, over whatever screen asked it. Its code is loaded on first use. */
export function TakeBackHost() {
  const post = useTakeBackPost();
  return (
    <Suspense fallback={null}>{post && <TakeBackDialog key={post} post={post} onClose={closeTakeBack} />}</Suspense>
  );
}
