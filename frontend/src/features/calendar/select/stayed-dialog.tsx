import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { useDesk } from "../desk";
import styles from "./select.module.css";
import { byReason, type Stayed } from "./stayed";

/** Which posts stayed as they were, reason by reason. */
export default function StayedDialog({ stayed, onClose }: { stayed: readonly Stayed[]; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useDesk();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`${plural(stayed.length, { one: "# post stayed as it was", other: "# posts stayed as they were" })}`}
      actions={<Button look="primary" onClick={onClose}>{t`Close`}</Button>}
    >
      {byReason(stayed).map(([reason, posts]) => (
        <section key={reason} className={styles.reason}>
          <p>{reason}</p>
          <ul>
            {posts.map(({ post, firstLine }) => (
              <li key={post}>
                <a href={`/${slug}/posts/${post}`}>{firstLine || t`No text yet`}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
