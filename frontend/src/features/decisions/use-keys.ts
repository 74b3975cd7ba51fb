import { useEffect, useRef, useState } from "react";

const KEPT = "carillon.decision-keys";

/** Single letters act while nothing is being typed and no window is open. They can be turned off: some people speak or tremble. */
export function useKeys(acts: Record<string, () => void>) {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEPT) !== "off");
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable], [role=menu]")) return;
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);
  const turn = (on: boolean) => {
    localStorage.setItem(KEPT, on ? "on" : "off");
    setOn(on);
  };
  return { isOn, turn };
}
