import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSteady } from "~/lib/use-steady";
import { type Open, open } from "./open-windows";
import { addEntry, tidySoon } from "./own-entry";

/** Back, which on a phone is a swipe of the thumb, closes the window instead of leaving the screen behind it. */
export function useCloseOnBack(onClose: () => void, isOn: boolean): void {
  const { history } = useRouter();
  const close = useSteady(onClose);
  useEffect(() => {
    if (!isOn) return;
    const own: Open = { close };
    open.push(own);
    // Where nothing of ours lies behind, there is nothing the router could keep Back from: it would leave Carillon.
    const isFirst = history.location.state.__TSR_index === 0 && matchMedia("(pointer: coarse)").matches;
    if (isFirst) own.entry = addEntry();
    const stop = history.block({
      enableBeforeUnload: false,
      blockerFn: ({ action }) => {
        const isMine = !isFirst && action === "BACK" && open.at(-1) === own;
        if (isMine) close();
        return isMine;
      },
    });
    return () => {
      stop();
      open.splice(open.indexOf(own), 1);
      if (isFirst) tidySoon();
    };
  }, [history, close, isOn]);
}
