import { useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import styles from "./frame.module.css";
import { sections } from "./sections";

interface Props {
  /** On a phone either the list of sections or one section is shown. */
  isIndex: boolean;
  children: ReactNode;
}

/** The sections beside (laptop) or before (phone) the one on screen. */
export function SettingsFrame({ isIndex, children }: Props) {
  const { t } = useLingui();
  const { org } = useParams({ strict: false });
  return (
    <div className={`${styles.frame} ${isIndex ? styles.index : ""}`}>
      <div className={styles.side}>
        {isIndex ? <PageHeader title={t`Settings`} /> : <p className={styles.heading}>{t`Settings`}</p>}
        <nav aria-label={t`Settings`}>
          <ul className={styles.sections}>
            {sections.map(({ path, name, icon, about }) => (
              <li key={path}>
                <Link
                  to={`/${org}/settings/${path}` as string}
                  className={styles.link}
                  activeProps={{ className: styles.on ?? "", "aria-current": "page" }}
                >
                  <Icon name={icon} />
                  <span className={styles.words}>
                    {t(name)}
                    <span className={styles.about}>{t(about)}</span>
                  </span>
                  <Icon name="right" className={styles.arrow} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className={styles.section}>{children}</div>
    </div>
  );
}

/** The heading of one section; on a phone with the way back to the list. */
export function SectionHeader({ title, actions }: { title: string; actions?: ReactNode }) {
  const { t } = useLingui();
  const { org } = useParams({ strict: false });
  return (
    <>
      <Link to={`/${org}/settings` as string} className={styles.back}>
        <Icon name="left" />
        {t`Settings`}
      </Link>
      <PageHeader title={title} actions={actions} />
    </>
  );
}
