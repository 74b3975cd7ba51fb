import { Plural, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import { Button } from "./button";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import styles from "./upload-list.module.css";

interface Row {
  id: number;
  file: File;
  /** 0-1. */
  share: number;
  /** Of status 0: there is no connection, and it goes on by itself when there is one. */
  problem: { message: string; status: number } | null;
}

interface Props {
  uploads: readonly Row[];
  onCancel: (id: number) => void;
  onRetry: (id: number) => void;
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
}

/** Of those on their way, the ones shown by name: the sum stands above them. */
const SHOWN = 8;

/** Files on their way, each with how far it is, and why one did not arrive. */
export function UploadList({ uploads, onCancel, onRetry, isPaused, onPause }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  if (uploads.length === 0) return null;
  const onTheWay = uploads.filter(({ problem }) => !problem);
  const hidden = new Set(onTheWay.slice(SHOWN).map(({ id }) => id));
  return (
    <ul className={styles.list} aria-label={t`Uploads`}>
      {onTheWay.length > 0 && (
        <li className={styles.row}>
          <b className={styles.name}>
            <Plural value={onTheWay.length} one="# file on its way" other="# files on their way" />
          </b>
          <progress
            className={styles.bar}
            value={onTheWay.reduce((sum, { share }) => sum + share, 0)}
            max={onTheWay.length}
            aria-label={t`All uploads`}
          />
          <Button size="small" icon={isPaused ? "retry" : "hold"} onClick={() => onPause(!isPaused)}>
            {isPaused ? t`Go on` : t`Pause`}
          </Button>
        </li>
      )}
      {uploads
        .filter(({ id }) => !hidden.has(id))
        .map(({ id, file: { name }, share, problem }) => (
          <li key={id} className={styles.row}>
            <span className={styles.name}>{name}</span>
            {problem ? (
              <>
                {problem.status === 0 ? (
                  <p className={styles.waits}>
                    <Icon name="offline" size={14} />
                    {t`Waits for the connection`}
                  </p>
                ) : (
                  <p className={styles.problem} role="alert">
                    <Icon name="warning" size={14} />
                    {problem.message}
                  </p>
                )}
                <Button size="small" icon="retry" onClick={() => onRetry(id)}>{t`Try again`}</Button>
              </>
            ) : (
              <>
                <progress className={styles.bar} value={share} max={1} aria-label={t`Upload of ${name}`} />
                <span className={styles.share}>
                  {share === 1 ? t`Preparing` : isPaused ? t`Paused` : format.percent(share, 0)}
                </span>
              </>
            )}
            <IconButton
              icon="close"
              look="plain"
              size="small"
              label={problem ? t`Leave out ${name}` : t`Cancel ${name}`}
              onClick={() => onCancel(id)}
            />
          </li>
        ))}
      {hidden.size > 0 && (
        <li className={styles.rest}>
          <Plural value={hidden.size} one="# more waits for its turn" other="# more wait for their turn" />
        </li>
      )}
    </ul>
  );
}
