import { lazy, Suspense, useState } from "react";
import type { PostCard } from "~/lib/cards";
import type { Stayed } from "./stayed";
import { useIsSelecting } from "./use-selection";

const SelectBar = lazy(() => import("./select-bar"));
const StayedDialog = lazy(() => import("./stayed-dialog"));

/** While posts are being chosen, the bar of what to do with them; afterwards, which of them stayed and why. */
export function Selecting({ cards }: { cards: readonly PostCard[] }) {
  const [stayed, setStayed] = useState<Stayed[]>([]);
  const isOn = useIsSelecting();
  return (
    <Suspense fallback={null}>
      {isOn && <SelectBar cards={cards} onStayed={setStayed} />}
      {stayed.length > 0 && <StayedDialog stayed={stayed} onClose={() => setStayed([])} />}
    </Suspense>
  );
}
