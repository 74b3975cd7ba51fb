import { useEffect, useRef, useState } from "react";

/** Calls `act` once what the ref is on comes near the window's edge, as long as `isWanted`. The button there serves whoever does not scroll. */
export function useInSight(act: () => void, isWanted: boolean) {
  const [node, setNode] = useState<HTMLElement | null>(null);
  const now = useRef(act);
  useEffect(() => {
    now.current = act;
  });
  useEffect(() => {
    if (!node || !isWanted) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && now.current(), {
      rootMargin: "400px",
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [node, isWanted]);
  return setNode;
}
