import { lazy, Suspense } from "react";
import { closeMake, useMakeAsked } from "~/lib/make";

const WaysSheet = lazy(() => import("./ways-sheet"));
const TemplateList = lazy(() => import("./template-list"));

/** Where "how shall it begin?" is answered, over whatever screen asked. Its code is loaded on first use. */
export function MakeHost() {
  const asked = useMakeAsked();
  return (
    <Suspense fallback={null}>
      {asked === "ways" && <WaysSheet onClose={closeMake} />}
      {asked === "template" && <TemplateList onClose={closeMake} />}
    </Suspense>
  );
}
