import { Trans } from "@lingui/react/macro";
import styles from "./cadence.module.css";

/** What the parts of a bar mean. */
export function Key() {
  return (
    <p className={styles.key}>
      <span>
        <i className={styles.published} /> <Trans>published</Trans>
      </span>
      <span>
        <i className={styles.planned} /> <Trans>planned</Trans>
      </span>
      <span>
        <i className={styles.outside} /> <Trans>posted outside Carillon</Trans>
      </span>
      <span>
        <i className={styles.target} /> <Trans>target</Trans>
      </span>
    </p>
  );
}
