import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Organisation } from "~/api/me";
import { Empty } from "~/components/empty";
import { Icon } from "~/components/icon";
import { sharedNews } from "./model";
import styles from "./riposte.module.css";

interface Props {
  shared: { title?: string; text?: string; url?: string };
  /** Those one may write for. */
  organisations: readonly Organisation[];
}

/** Something was shared, and it is not clear for which organisation. */
export function ShareInto({ shared, organisations }: Props) {
  const { t } = useLingui();
  const news = sharedNews(shared);
  return (
    <main className={styles.share}>
      <h1>{t`Answer the news`}</h1>
      <p className={styles.hint}>{news.headline || news.link}</p>
      {organisations.length === 0 ? (
        <Empty icon="bolt" title={t`You may not write posts yet`}>
          <Trans>Ask an administrator of your organisation for the role of author or planner.</Trans>
        </Empty>
      ) : (
        <>
          <h2 className={styles.label}>{t`For which organisation?`}</h2>
          <ul className={styles.templates}>
            {organisations.map(({ slug, name }) => (
              <li key={slug}>
                <Link to={`/${slug}/riposte` as string} search={news as never} className={styles.template}>
                  <strong className={styles.body}>{name}</strong>
                  <Icon name="right" />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
