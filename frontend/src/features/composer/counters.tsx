import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import type { Seen } from "./context";
import { measure } from "./measure";
import styles from "./segments.module.css";

interface Props {
  /** Which part of the thread. */
  index: number;
  parts: number;
  carriers: readonly Seen[];
}

/** How long the text is as each channel counts, what is left, and where its readers meet "more". */
export function Counters({ index, carriers, parts }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  // Two channels of one network that get the same text count the same.
  const rows = new Map<string, { seen: Seen; text: string }>();
  for (const seen of carriers) {
    const text = seen.texts[index] ?? "";
    if (parts > 1 && seen.limits.max_segments === 1) continue;
    rows.set(`${seen.network} ${text}`, { seen, text });
  }
  if (rows.size === 0) return null;
  return (
    <ul className={styles.counters} aria-label={t`Length`}>
      {[...rows].map(([name, { seen, text }]) => {
        const { length, most, over, cutAt, hashtags, mentions } = measure(text, seen.limits);
        const isOver = over > 0;
        const languages = seen.placement.languages;
        return (
          <li key={name} className={`${styles.counter} ${isOver ? styles.over : ""}`}>
            <NetworkMark network={seen.network} decorative />
            <span className="only-read">{networkName(seen.network)}</span>
            <span>
              <b>{format.number(length)}</b> / {format.number(most)}
              {languages.length > 1 && ` ${languages.map((each) => each.toUpperCase()).join(" + ")}`}
              {isOver && <>, {t`${over} over`}</>}
              {cutAt > 0 && <>, {t`cut at ${cutAt}`}</>}
              {hashtags && (
                <span className={hashtags.count > hashtags.most ? styles.over : ""}>
                  , # {hashtags.count} / {hashtags.most}
                </span>
              )}
              {mentions && (
                <span className={mentions.count > mentions.most ? styles.over : ""}>
                  , @ {mentions.count} / {mentions.most}
                </span>
              )}
            </span>
            {isOver && <Icon name="warning" size={14} />}
          </li>
        );
      })}
    </ul>
  );
}
