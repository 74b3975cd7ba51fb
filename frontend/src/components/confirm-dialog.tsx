import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The question, naming what will happen: "Publish on 3 channels now?" */
  title: string;
  /** Names the channels, sums or people it touches. */
  children: ReactNode;
  /** The verb on the button: "Publish now", never "OK". */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
}

/** Asks before something public or irreversible. */
export function ConfirmDialog({ isOpen, onClose, onConfirm, title, children, confirm, danger, busy }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      role="alertdialog"
      width="narrow"
      actions={
        <>
          <Button onClick={onClose} look="quiet">{t`Cancel`}</Button>
          <Button onClick={onConfirm} look={danger ? "danger" : "primary"} busy={busy ?? false}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
