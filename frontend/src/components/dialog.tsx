import { lazy, type ReactNode, Suspense } from "react";

const DialogBody = lazy(() => import("./dialog-body"));

export interface DialogProps {
  isOpen: boolean;
  /** Called by Escape, Back, the cross and a press outside. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  /** Where it stands on a laptop. */
  place?: "middle" | "top";
  /** alertdialog: asks before something irreversible; a press outside does not close it. */
  role?: "dialog" | "alertdialog";
  /** The address says that it is open, so that Back closes it anyway. */
  isInAddress?: boolean;
}

/** A window over the screen; on a phone a sheet from the bottom. Focus goes in and comes back. Its code is loaded on first use. */
export function Dialog(props: DialogProps) {
  return <Suspense fallback={null}>{props.isOpen && <DialogBody {...props} />}</Suspense>;
}
