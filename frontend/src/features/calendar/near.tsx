import { type ReactNode, useEffect, useRef, useState } from "react";

const MARGIN = "1200px 0px";

interface Props {
  /** About what the children take, in px: the scroll bar is right before they are there. */
  height: number;
  /** They are in sight from the beginning. */
  isAlready?: boolean;
  children: ReactNode;
}

/** Its children are drawn once they come near what is on screen, and stay. */
export function Near({ height, isAlready = false, children }: Props) {
  const [isNear, setNear] = useState(isAlready);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNear || !ref.current) return;
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setNear(true), {
      rootMargin: MARGIN,
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [isNear]);
  return isNear ? children : <div ref={ref} style={{ height }} />;
}
