import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import { Icon } from "~/components/icon";
import { cardLink } from "../compose";
import type { Seen } from "../context";
import { overflowAt } from "../measure";
import { LinkCard } from "./link-card";
import { MoreText } from "./more-text";
import { Mosaic, type Shown } from "./mosaic";
import styles from "./previews.module.css";

/** A post as it stands in Facebook's feed. */
export function FacebookPreview({ seen, pictures, when }: { seen: Seen; pictures: readonly Shown[]; when: string }) {
  const { t } = useLingui();
  const text = seen.texts[0] ?? "";
  const link = pictures.length === 0 ? cardLink(seen.message) : "";
  return (
    <article className={`${styles.card} ${styles.facebook}`}>
      <header className={styles.by}>
        <Avatar name={seen.name} picture={seen.channel?.avatar_url} size={38} />
        <span className={styles.names}>
          <b>{seen.name}</b>
          <span className={styles.second}>
            {when} · <Icon name="globe" size={11} />
          </span>
        </span>
        <Icon name="more" />
      </header>
      {text.trim() && (
        <p className={styles.text} dir="auto">
          <MoreText
            text={text}
            foldAt={seen.limits.fold_at}
            more={t`See more`}
            links={["hashtag", "url"]}
            overAt={overflowAt(text, seen.limits)}
          />
        </p>
      )}
      <Mosaic pictures={pictures} layout="facebook" />
      {link && <LinkCard link={seen.bareLink || link} look="facebook" />}
      <footer className={styles.reactions} aria-hidden="true">
        <span>
          <Icon name="like" /> {t`Like`}
        </span>
        <span>
          <Icon name="comment" /> {t`Comment`}
        </span>
        <span>
          <Icon name="share" /> {t`Share`}
        </span>
      </footer>
    </article>
  );
}
