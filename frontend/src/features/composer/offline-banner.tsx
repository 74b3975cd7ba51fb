import { Trans } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import styles from "./approval-note.module.css";
import { useComposing } from "./context";

/** Says that the connection is away, that nothing is lost, and what happens when it is back. */
export function OfflineBanner() {
  const { saving, desk } = useComposing();
  if (saving.kind !== "offline") return null;
  return (
    <section className={`${styles.note} ${styles.attention}`} role="status">
      <Icon name="offline" />
      <p className={styles.words}>
        {desk.isDirty ? (
          <Trans>
            No connection. Go on writing: it is kept in this browser and saved by itself when the connection is back.
          </Trans>
        ) : (
          <Trans>No connection. Everything so far is saved.</Trans>
        )}
      </p>
    </section>
  );
}
