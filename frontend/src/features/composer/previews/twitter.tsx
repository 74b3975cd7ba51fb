import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import { Icon, type IconName } from "~/components/icon";
import { urls } from "~/lib/entities";
import type { Seen } from "../context";
import { measure, overflowAt } from "../measure";
import { LinkCard } from "./link-card";
import { Mosaic, type Shown } from "./mosaic";
import styles from "./previews.module.css";
import { RichText } from "./rich-text";

const tools: readonly IconName[] = ["comment", "repost", "heart", "insights", "bookmark"];
const SHOWN_OF_URL = 27;

/** How X writes an address: without its scheme, its end cut. */
const shorten = (url: string) => {
  const plain = url.replace(/^https?:\/\/(www\.)?/, "");
  return plain.length > SHOWN_OF_URL ? `${plain.slice(0, SHOWN_OF_URL)}…` : plain;
};

/** A post as it stands on X; the parts of a thread hang together. */
export function TwitterPreview({ seen, pictures, when }: { seen: Seen; pictures: readonly Shown[]; when: string }) {
  const { t } = useLingui();
  return (
    <div className={`${styles.card} ${styles.twitter}`}>
      {seen.texts.map((text, index) => {
        const { length, most, over } = measure(text, seen.limits);
        const isLast = index === seen.texts.length - 1;
        return (
          <article
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread have no names but their places
            key={index}
            className={styles.tweet}
            aria-label={seen.texts.length > 1 ? t`Part ${index + 1}` : undefined}
          >
            <span className={styles.side}>
              <Avatar name={seen.name} picture={seen.channel?.avatar_url} size={38} />
              {!isLast && <span className={styles.thread} />}
            </span>
            <div className={styles.said}>
              <p className={styles.tweetBy}>
                <b>{seen.name}</b>
                <span className={styles.second}>
                  {seen.channel?.handle && `@${seen.channel.handle.replace(/^@/, "")} · `}
                  {when}
                </span>
              </p>
              <p className={styles.text} dir="auto">
                <RichText
                  text={text}
                  links={["hashtag", "mention", "url"]}
                  shorten={shorten}
                  {...(over > 0 ? { overAt: overflowAt(text, seen.limits) ?? text.length } : {})}
                />
              </p>
              {index === 0 && <Mosaic pictures={pictures} layout="twitter" />}
              {(index > 0 || pictures.length === 0) && <CardOf text={text} bareLink={seen.bareLink} />}
              <p className={styles.tweetTools}>
                {tools.map((name) => (
                  <Icon key={name} name={name} size={15} />
                ))}
                <span className={over > 0 ? styles.tooMany : styles.counted}>
                  {length} / {most}
                </span>
              </p>
            </div>
          </article>
        );
      })}
    </div>
  );
}

/** X draws a card of the last address of a text that has no pictures. */
function CardOf({ text, bareLink }: { text: string; bareLink: string }) {
  const last = urls(text).at(-1)?.text;
  if (!last) return null;
  const link = bareLink && last.startsWith(bareLink) ? bareLink : last;
  return <LinkCard link={/^https?:/.test(link) ? link : `https://${link}`} look="twitter" />;
}
