import { Trans } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import styles from "./header.module.css";

/** Whether what one wrote is safe, in one line. Read aloud only when it is not. */
export function SaveState() {
  const format = useFormat();
  const { saving, desk, post, theirs } = useComposing();
  if (saving.kind === "failed") {
    return (
      <p className={`${styles.save} ${styles.bad}`} role="alert">
        <Icon name="warning" size={14} />
        <Trans>Not saved, kept here: {saving.problem.message}</Trans>
      </p>
    );
  }
  if (saving.kind === "offline") {
    return (
      <p className={`${styles.save} ${styles.warn}`} role="status">
        <Icon name="offline" size={14} />
        <Trans>Not saved: offline, kept here</Trans>
      </p>
    );
  }
  if (saving.kind === "held" || theirs) {
    return (
      <p className={`${styles.save} ${styles.warn}`}>
        <Icon name="hold" size={14} />
        <Trans>Not saved yet, kept here</Trans>
      </p>
    );
  }
  if (saving.kind === "saving" || desk.isDirty) {
    return (
      <p className={styles.save}>
        <Trans>Saving…</Trans>
      </p>
    );
  }
  if (saving.kind === "nothing" || !post) return <p className={styles.save} />;
  const time = isToday(saving.at) ? format.time(saving.at) : format.dateTime(saving.at);
  return (
    <p className={styles.save}>
      <Icon name="check" size={14} />
      <Trans>Saved {time}</Trans>
    </p>
  );
}

const isToday = (at: string) => new Date(at).toDateString() === new Date().toDateString();
