import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useRef, useState } from "react";
import { Icon } from "~/components/icon";
import { Count } from "~/components/tag";
import rail from "./rail.module.css";
import { useUnreadCount } from "./use-unread-count";

const load = () => import("./notices-popover");
const NoticesPopover = lazy(load);

/** The bell in the rail: how many notices are new, and the list of them. */
export function NoticesButton({ isSlim }: { isSlim: boolean }) {
  const { t } = useLingui();
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const unread = useUnreadCount();
  const words = unread ? t`Notices, ${unread} new` : t`Notices`;
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={rail.link}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...(isSlim && { "aria-label": words, title: words })}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="bell" />
        {!isSlim && <span className={rail.name}>{t`Notices`}</span>}
        <Count value={unread} />
      </button>
      <Suspense fallback={null}>
        {isOpen && <NoticesPopover triggerRef={ref} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
