import { useLingui } from "@lingui/react/macro";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { DialogProps } from "./dialog";
import styles from "./dialog.module.css";
import { IconButton } from "./icon-button";
import { useCloseOnBack } from "./use-close-on-back";
import { useSwipeDown } from "./use-swipe-down";

export default function DialogBody({
  isOpen,
  onClose,
  title,
  children,
  actions,
  width = "normal",
  place = "middle",
  role = "dialog",
  isInAddress = false,
}: DialogProps) {
  const { t } = useLingui();
  useCloseOnBack(onClose, !isInAddress);
  // What must be answered is not swept away.
  const isSheet = role === "dialog";
  const swipe = useSwipeDown(onClose, isSheet);
  return (
    <ModalOverlay
      className={`${styles.scrim} ${place === "top" ? styles.top : ""}`}
      isOpen={isOpen}
      isDismissable={role === "dialog"}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`${styles.window} ${styles[width]}`}>
        <AriaDialog role={role} className={styles.dialog ?? ""}>
          <header className={`${styles.head} ${isSheet ? styles.handle : ""}`} {...swipe}>
            <Heading slot="title" level={2} className={styles.title ?? ""}>
              {title}
            </Heading>
            <IconButton icon="close" label={t`Close`} look="plain" onClick={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
