import { useLingui } from "@lingui/react/macro";
import { useMay } from "~/api/me";
import { useStops } from "~/api/stops";
import { useStopDoors } from "~/lib/stop-context";
import { Button, type ButtonProps } from "./button";

/** The crisis stop, for those who may; while it stands, the way out of it. */
export function StopButton({
  children,
  ...rest
}: Partial<Pick<ButtonProps, "size" | "wide" | "className" | "children">>) {
  const { t } = useLingui();
  const may = useMay();
  const { data } = useStops();
  const doors = useStopDoors();
  if (!may("repair") || !data) return null;
  return data.stopped_at === null ? (
    <Button {...rest} look="danger" icon="hold" onClick={doors.stop}>
      {children ?? t`Stop everything that goes out`}
    </Button>
  ) : (
    <Button {...rest} look="primary" icon="send" onClick={doors.lift}>{t`Let posts go out again`}</Button>
  );
}
