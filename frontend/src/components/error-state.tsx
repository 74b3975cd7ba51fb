import { useLingui } from "@lingui/react/macro";
import { DEFECT } from "~/api/problem";
import { Button } from "./button";
import styles from "./empty.module.css";
import { Icon } from "./icon";

interface Props {
  /** A Problem, or anything with a sentence. */
  error: { message: string; status?: number };
  retry?: () => void;
}

/** What could not be shown and why, with a way to try again. */
export function ErrorState({ error, retry }: Props) {
  const { t } = useLingui();
  const isOffline = error.status === 0;
  const isDefect = error.status === DEFECT;
  return (
    <div className={`${styles.empty} ${styles.broken}`} role="alert">
      <span className={styles.icon}>
        <Icon name={isOffline ? "offline" : "warning"} size={22} />
      </span>
      <p className={styles.title}>{isOffline ? t`No connection` : t`This could not be shown`}</p>
      <p className={styles.words}>{error.message}</p>
      {isDefect ? (
        <Button icon="retry" onClick={() => location.reload()}>{t`Reload the page`}</Button>
      ) : (
        retry && <Button icon="retry" onClick={retry}>{t`Try again`}</Button>
      )}
    </div>
  );
}
