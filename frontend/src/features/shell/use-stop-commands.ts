import { useLingui } from "@lingui/react/macro";
import { useMay } from "~/api/me";
import { useStops } from "~/api/stops";
import type { Command } from "~/components/commands";
import { useStopDoors } from "~/lib/stop-context";

/** The crisis stop, for those who may. */
export function useStopCommands(): Command[] {
  const { t } = useLingui();
  const may = useMay();
  const stops = useStops().data;
  const doors = useStopDoors();
  if (!may("repair") || !stops) return [];
  return stops.stopped_at === null
    ? [{ id: "stop", words: t`Stop everything that goes out`, icon: "hold", group: "make", act: doors.stop }]
    : [{ id: "lift", words: t`Let posts go out again`, icon: "send", group: "make", act: doors.lift }];
}
