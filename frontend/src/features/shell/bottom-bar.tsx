import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Dialog } from "~/components/dialog";
import { Icon } from "~/components/icon";
import { Count } from "~/components/tag";
import { openMake } from "~/lib/make";
import styles from "./bottom-bar.module.css";
import { useScreens } from "./screens";
import { useDecisionCount } from "./use-decision-count";
import { useUnreadCount } from "./use-unread-count";

const MoreSheet = lazy(() => import("./more-sheet").then(({ MoreSheet }) => ({ default: MoreSheet })));
const NoticeList = lazy(() => import("./notice-list").then(({ NoticeList }) => ({ default: NoticeList })));

/** The phone's bar: Today, Calendar, something new, Decisions, and the rest behind More. */
export function BottomBar({ onFind }: { onFind: () => void }) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const may = useMay();
  const screens = useScreens();
  const waiting = useDecisionCount();
  const unread = useUnreadCount();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [isTold, setTold] = useState(false);
  const tab = (path: string) => {
    const screen = screens.find((each) => each.path === path);
    if (!screen) return null;
    return (
      <Link
        to={`/${organisation.slug}/${path}` as string}
        className={styles.tab}
        activeProps={{ className: styles.on ?? "", "aria-current": "page" }}
      >
        <Icon name={screen.icon} size={22} />
        <span>{t(screen.name)}</span>
        {path === "decisions" && <Count value={waiting} />}
      </Link>
    );
  };
  return (
    <>
      <nav className={styles.bar} aria-label={t`Main`}>
        {tab("today")}
        {tab("calendar")}
        {may("write") && (
          <button
            type="button"
            className={styles.tab}
            aria-label={t`New`}
            aria-haspopup="dialog"
            onClick={() => openMake("ways")}
          >
            <span className={styles.plus}>
              <Icon name="plus" size={22} />
            </span>
          </button>
        )}
        {tab("decisions")}
        <button
          type="button"
          className={styles.tab}
          aria-haspopup="dialog"
          aria-expanded={isMoreOpen}
          onClick={() => setMoreOpen(true)}
        >
          <Icon name="more" size={22} />
          <span>{t`More`}</span>
          <span aria-hidden="true">
            <Count value={unread} />
          </span>
          {unread ? <span className="only-read">{t`Notices, ${unread} new`}</span> : null}
        </button>
      </nav>
      <Suspense fallback={null}>
        {isMoreOpen && (
          <MoreSheet
            unread={unread}
            onClose={() => setMoreOpen(false)}
            onNotices={() => {
              setMoreOpen(false);
              setTold(true);
            }}
            onFind={() => {
              setMoreOpen(false);
              onFind();
            }}
          />
        )}
      </Suspense>
      {isTold && (
        <Dialog isOpen onClose={() => setTold(false)} title={t`Notices`}>
          <Suspense fallback={null}>
            <NoticeList onGo={() => setTold(false)} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
