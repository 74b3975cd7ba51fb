import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { useStops } from "~/api/stops";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { Menu } from "~/components/menu";
import { StopButton } from "~/components/stop-button";
import { Count } from "~/components/tag";
import { useWaysToBegin } from "~/components/use-ways-to-begin";
import { NoticesButton } from "./notices-button";
import { OrganisationMenu } from "./organisation-menu";
import styles from "./rail.module.css";
import { useScreens } from "./screens";
import { useDecisionCount } from "./use-decision-count";
import { UserMenu } from "./user-menu";

interface Props {
  isSlim: boolean;
  onFind: () => void;
}

/** The left rail of a laptop; slim, it keeps only the drawings. */
export function Rail({ isSlim, onFind }: Props) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const may = useMay();
  const screens = useScreens();
  const waiting = useDecisionCount();
  const ways = useWaysToBegin();
  const stops = useStops().data;
  const command = /Mac|iP/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
  const hint = (words: string) => (isSlim ? { title: words, "aria-label": words } : {});
  return (
    <nav className={`${styles.rail} ${isSlim ? styles.slim : ""}`} aria-label={t`Main`}>
      <OrganisationMenu isSlim={isSlim} />
      {may("write") && (
        <div className={styles.begin}>
          <Link
            to={`/${organisation.slug}/posts/new` as string}
            className={buttonClass("primary", "normal", false, styles.write)}
            {...hint(t`New post`)}
          >
            <Icon name="plus" />
            {/* Beside the plus and the other ways there is room for some fifteen letters. */}
            {!isSlim && t({ message: "New post", context: "rail" })}
          </Link>
          {!isSlim && (
            <Menu
              label={t`Other ways to begin`}
              sections={[{ items: ways }]}
              placement="bottom end"
              trigger={(props) => (
                <button
                  {...props}
                  type="button"
                  className={buttonClass("primary", "normal", false, styles.ways)}
                  aria-label={t`Other ways to begin`}
                >
                  <Icon name="down" />
                </button>
              )}
            />
          )}
        </div>
      )}
      <button
        type="button"
        className={styles.find}
        onClick={onFind}
        {...hint(t`Find`)}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="find" />
        {!isSlim && (
          <>
            {t`Find`}
            <kbd>{command}</kbd>
          </>
        )}
      </button>
      <ul className={styles.screens}>
        {screens.map(({ path, name, icon }) => (
          <li key={path}>
            <Link
              to={`/${organisation.slug}/${path}` as string}
              className={styles.link}
              activeProps={{ className: styles.on ?? "", "aria-current": "page" }}
              {...(isSlim ? { title: t(name) } : {})}
            >
              <Icon name={icon} />
              <span className={isSlim ? "only-read" : styles.name}>{t(name)}</span>
              {path === "decisions" && <Count value={waiting} />}
            </Link>
          </li>
        ))}
      </ul>
      <span className={styles.gap} />
      {!isSlim && stops?.stopped_at === null && (
        <StopButton wide className={styles.stop ?? ""}>
          {t`Stop everything`}
        </StopButton>
      )}
      <NoticesButton isSlim={isSlim} />
      <UserMenu isSlim={isSlim} />
    </nav>
  );
}
