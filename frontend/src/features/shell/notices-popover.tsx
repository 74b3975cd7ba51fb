import { useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import { NoticeList } from "./notice-list";
import styles from "./notices.module.css";

interface Props {
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The notices beside the rail. */
export default function NoticesPopover({ triggerRef, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      placement="right bottom"
      offset={8}
      onOpenChange={(open) => !open && onClose()}
      className={styles.popover ?? ""}
    >
      <Dialog className={styles.dialog ?? ""}>
        <Heading slot="title" level={2} className={styles.title ?? ""}>
          {t`Notices`}
        </Heading>
        <NoticeList onGo={onClose} />
      </Dialog>
    </Popover>
  );
}
