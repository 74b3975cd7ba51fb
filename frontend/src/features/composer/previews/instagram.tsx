import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Avatar } from "~/components/avatar";
import { Icon } from "~/components/icon";
import type { Seen } from "../context";
import { overflowAt } from "../measure";
import { MoreText } from "./more-text";
import type { Shown } from "./mosaic";
import styles from "./previews.module.css";

/** A post as it stands in Instagram's feed: every picture in the shape of the first, the caption cut early. */
export function InstagramPreview({ seen, pictures, when }: { seen: Seen; pictures: readonly Shown[]; when: string }) {
  const { t } = useLingui();
  const name = seen.channel?.handle || seen.name;
  const text = seen.texts[0] ?? "";
  return (
    <article className={`${styles.card} ${styles.instagram}`}>
      <header className={styles.by}>
        <Avatar name={seen.name} picture={seen.channel?.avatar_url} size={32} />
        <b className={styles.names}>{name}</b>
        <Icon name="more" />
      </header>
      {pictures.length > 0 ? (
        <Carousel pictures={pictures} />
      ) : (
        <p className={styles.noPicture}>
          <Icon name="library" size={28} />
          <Trans>Instagram needs a picture</Trans>
        </p>
      )}
      <div className={styles.tools} aria-hidden="true">
        <Icon name="heart" size={20} />
        <Icon name="comment" size={20} />
        <Icon name="share" size={20} />
        <Icon name="bookmark" size={20} />
      </div>
      <p className={styles.text} dir="auto">
        <b>{name}</b>{" "}
        <MoreText
          text={text}
          foldAt={seen.limits.fold_at}
          more={t`more`}
          links={["hashtag", "mention"]}
          overAt={overflowAt(text, seen.limits)}
        />
      </p>
      <p className={styles.date}>{when}</p>
    </article>
  );
}

function Carousel({ pictures }: { pictures: readonly Shown[] }) {
  const { t } = useLingui();
  const row = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const ratio = pictures[0]?.ratio ?? 1;
  const go = (to: number) => row.current?.scrollTo({ left: to * row.current.clientWidth, behavior: "smooth" });
  return (
    <div className={styles.carousel}>
      <ul
        ref={row}
        className={styles.slides}
        style={{ aspectRatio: ratio }}
        onScroll={({ currentTarget }) =>
          setAt(Math.round(currentTarget.scrollLeft / Math.max(1, currentTarget.clientWidth)))
        }
      >
        {pictures.map(({ id, url, alt, fit }) => (
          <li key={id} className={styles.slide}>
            {fit === "pad" && <img src={url} alt="" className={styles.blur} />}
            <img src={url} alt={alt} className={fit === "pad" ? styles.whole : styles.filled} />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <>
          <span className={styles.place}>
            {at + 1}/{pictures.length}
          </span>
          {at > 0 && (
            <button
              type="button"
              className={`${styles.turn} ${styles.back}`}
              aria-label={t`Picture before`}
              onClick={() => go(at - 1)}
            >
              <Icon name="left" size={14} />
            </button>
          )}
          {at < pictures.length - 1 && (
            <button
              type="button"
              className={`${styles.turn} ${styles.next}`}
              aria-label={t`Next picture`}
              onClick={() => go(at + 1)}
            >
              <Icon name="right" size={14} />
            </button>
          )}
          <span className={styles.dots} aria-hidden="true">
            {pictures.map(({ id }, index) => (
              <span key={id} className={index === at ? styles.dotOn : styles.dot} />
            ))}
          </span>
        </>
      )}
    </div>
  );
}
