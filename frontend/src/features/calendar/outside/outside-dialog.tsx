import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Tag } from "~/components/tag";
import { When } from "~/components/when";
import type { OutsidePost } from "./model";
import styles from "./outside.module.css";

/** Posts made elsewhere in full, with the way to them and to a post of ours that takes them up. */
export function OutsideDialog({ posts, onClose }: { posts: readonly OutsidePost[]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog isOpen onClose={onClose} title={t`Made outside Carillon`}>
      <p className={styles.why}>
        {t`Read from the network. It counts in the cadence, and only the network itself can change it.`}
      </p>
      <ul className={styles.list}>
        {posts.map((post) => (
          <Shown key={post.id} post={post} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function Shown({ post, onClose }: { post: OutsidePost; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const { network, text, permalink, posted_at, pictures, is_edited, gone_at, channel } = post;
  const follow = new URLSearchParams({ channel, ...(permalink && !gone_at ? { text: permalink } : {}) });
  return (
    <li>
      <p className={styles.facts}>
        <NetworkMark network={network} />
        <When at={posted_at} />
        {pictures > 0 && (
          <span>
            <Icon name="library" size={14} /> {pictures}
          </span>
        )}
        {is_edited && <Tag>{t`edited since`}</Tag>}
        {gone_at && <Tag>{t`removed from the network`}</Tag>}
      </p>
      <p className={`${styles.text} ${gone_at ? styles.gone : ""}`}>{text || t`Without a text`}</p>
      <p className={styles.acts}>
        {permalink && !gone_at && (
          <a href={permalink} target="_blank" rel="noopener noreferrer" className={buttonClass("quiet", "small")}>
            <Icon name="out" />
            {t`See it on ${networkName(network)}`}
          </a>
        )}
        {may("write") && (
          <Link
            to={`/${slug}/posts/new?${follow}` as string}
            className={buttonClass("quiet", "small")}
            onClick={onClose}
          >
            <Icon name="pen" />
            {t`Write a follow-up`}
          </Link>
        )}
      </p>
    </li>
  );
}
