import { lazy, Suspense, useEffect, useRef } from "react";
import type { MenuSection } from "./menu";

const MenuBody = lazy(() => import("./menu-body"));

interface Props {
  /** What it opens from; it is marked as open meanwhile. */
  anchor: HTMLElement;
  label: string;
  sections: MenuSection[];
  onClose: () => void;
}

/** A menu that is open, at something on the screen: for long lists in which a menu for each would be too many. */
export function MenuAt({ anchor, label, sections, onClose }: Props) {
  const ref = useRef(anchor as HTMLButtonElement);
  useEffect(() => {
    anchor.setAttribute("aria-expanded", "true");
    return () => anchor.setAttribute("aria-expanded", "false");
  }, [anchor]);
  return (
    <Suspense fallback={null}>
      <MenuBody label={label} sections={sections} placement="bottom end" triggerRef={ref} onClose={onClose} />
    </Suspense>
  );
}
