import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import { NetworkMark } from "~/components/network-mark";
import { picturesOf, textsOf } from "../model";
import { nameOf, type PreviewProps } from "./channel";
import { Pictures } from "./pictures";
import styles from "./preview.module.css";
import { Words } from "./words";

/** X: short texts, a thread as a chain, pictures rounded with the first of them. */
export function Short(props: PreviewProps) {
  const { t } = useLingui();
  const { placement, versions, channel } = props;
  const texts = textsOf(placement, versions);
  const count = texts.length;
  return (
    <article className={styles.preview}>
      {texts.map((text, part) => {
        const number = part + 1;
        return (
          <section
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread have no name but their place
            key={part}
            className={styles.part}
            aria-label={count > 1 ? t`Part ${number} of ${count}` : undefined}
          >
            <div className={styles.chain}>
              <Avatar name={nameOf(props)} picture={channel?.avatar_url} size={38} />
              {number < count && <span className={styles.line} />}
            </div>
            <div className={styles.short}>
              <p className={styles.byline}>
                <span className={styles.name}>{nameOf(props)}</span>{" "}
                {channel?.handle && <span className={styles.under}>{`@${channel.handle.replace(/^@/, "")}`}</span>}
                {count > 1 && <span className={styles.under}>{`${number}/${count}`}</span>}
              </p>
              <Words text={text} foldAt={placement.fold_at} />
              {part === 0 && (
                <div className={styles.rounded}>
                  <Pictures pictures={picturesOf(placement, versions)} layout="grid" />
                </div>
              )}
            </div>
            {part === 0 && <NetworkMark network={placement.network} size={18} />}
          </section>
        );
      })}
    </article>
  );
}
