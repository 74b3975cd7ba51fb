import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSteady } from "~/lib/use-steady";

/** Those that are open, the topmost last. */
const open: object[] = [];

/** Back, which on a phone is a swipe of the thumb, closes the window instead of leaving the screen behind it. */
export function useCloseOnBack(onClose: () => void, isOn: boolean): void {
  const { history } = useRouter();
  const close = useSteady(onClose);
  useEffect(() => {
    if (!isOn) return;
    const own = {};
    open.push(own);
    const stop = history.block({
      enableBeforeUnload: false,
      blockerFn: ({ action }) => {
        const isMine = action === "BACK" && open.at(-1) === own;
        if (isMine) close();
        return isMine;
      },
    });
    return () => {
      stop();
      open.splice(open.indexOf(own), 1);
    };
  }, [history, close, isOn]);
}
