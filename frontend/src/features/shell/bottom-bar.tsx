import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { Count } from "~/components/tag";
import styles from "./bottom-bar.module.css";
import { MoreSheet } from "./more-sheet";
import { useScreens } from "./screens";
import { useDecisionCount } from "./use-decision-count";

/** The phone's bar: Today, Calendar, a new post, Decisions, and the rest behind More. */
export function BottomBar({ onFind }: { onFind: () => void }) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const may = useMay();
  const screens = useScreens();
  const waiting = useDecisionCount();
  const [isMoreOpen, setMoreOpen] = useState(false);
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
          <Link to={`/${organisation.slug}/posts/new` as string} className={styles.tab} aria-label={t`New post`}>
            <span className={styles.plus}>
              <Icon name="plus" size={22} />
            </span>
          </Link>
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
        </button>
      </nav>
      <MoreSheet
        isOpen={isMoreOpen}
        onClose={() => setMoreOpen(false)}
        onFind={() => {
          setMoreOpen(false);
          onFind();
        }}
      />
    </>
  );
}
