import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import type { Riposte } from "./model";
import styles from "./riposte.module.css";

/** What else goes out today and sounds light: for people to look at once more. */
export function Light({ riposte }: { riposte: Riposte }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  if (riposte.light.length === 0) return null;
  return (
    <Panel title={t`Still right today?`}>
      <p className={styles.calm}>
        <Trans>These go out later today and sound light. Look whether their tone still fits the news.</Trans>
      </p>
      <ul>
        {riposte.light.map((row) => (
          <li key={row.placement} className={styles.row}>
            <NetworkMark network={row.network} />
            <span className={styles.body}>
              <span className={styles.line}>{row.first_line}</span>
              <span className={styles.facts}>
                <b className="num">{row.local_time.slice(11, 16)}</b>
                <span>{row.channel_name}</span>
                <span>{row.why.join("  ")}</span>
              </span>
            </span>
            <Link to={`/${slug}/posts/${row.post}` as string} className={buttonClass("normal", "small")}>
              {t`Open`}
              <span className="only-read">: {row.first_line}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
