import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { Dialog } from "~/components/dialog";
import { Icon } from "~/components/icon";
import { useWaysToBegin } from "~/components/use-ways-to-begin";
import styles from "./make.module.css";

/** What the phone's plus offers: an empty post first, then the other ways to begin. */
export default function WaysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const ways = useWaysToBegin();
  return (
    <Dialog isOpen onClose={onClose} title={t`New`}>
      <ul className={styles.list}>
        <li>
          <Link to={`/${slug}/posts/new` as string} className={styles.row} onClick={onClose}>
            <Icon name="pen" size={20} />
            <span className={styles.words}>{t`New post`}</span>
          </Link>
        </li>
        {ways.map(({ id, label, hint, icon, onSelect }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => {
                onClose();
                onSelect();
              }}
            >
              {icon && <Icon name={icon} size={20} />}
              <span className={styles.words}>
                {label}
                {hint && <span className={styles.hint}>{hint}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
