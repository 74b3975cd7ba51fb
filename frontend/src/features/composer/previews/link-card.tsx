import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { useLinkCard } from "../use-link-card";
import styles from "./previews.module.css";

/** A link as Facebook or X draws it, from what the page says of itself. `link` is without our marks, so that it is asked once. */
export function LinkCard({ link, look }: { link: string; look: "facebook" | "twitter" }) {
  const { t } = useLingui();
  const { card, isAsking } = useLinkCard(link);
  const host = link.replace(/^https?:\/\/(www\.)?/, "").split(/[/?#]/)[0];
  const title = card?.title || (isAsking ? t`Looking at the page…` : t`Picture and title of that page`);
  const picture = card?.image ? (
    <img src={card.image} alt="" className={styles.linkImage} />
  ) : (
    <div className={styles.linkPicture}>
      <Icon name="library" size={28} />
    </div>
  );
  if (look === "twitter") {
    return (
      <div className={styles.xCard}>
        {picture}
        {card?.title && (
          <b className={styles.xTitle} dir="auto">
            {card.title}
          </b>
        )}
        <span className={styles.second}>{t`From ${host ?? ""}`}</span>
      </div>
    );
  }
  return (
    <div className={styles.linkCard}>
      {picture}
      <div className={styles.linkWords}>
        <span className={styles.second}>{host}</span>
        <b dir="auto">{title}</b>
        {card?.description && (
          <span className={styles.linkSays} dir="auto">
            {card.description}
          </span>
        )}
      </div>
    </div>
  );
}
