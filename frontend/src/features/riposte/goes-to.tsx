import { useLingui } from "@lingui/react/macro";
import { NetworkMark } from "~/components/network-mark";
import type { LaneChannel } from "./model";
import styles from "./riposte.module.css";

/** In short where a press sends it: the marks of its channels, their names for whoever listens. */
export function GoesTo({ channels }: { channels: readonly LaneChannel[] }) {
  const { t } = useLingui();
  const names = channels.map(({ name }) => name).join(", ");
  if (channels.length === 0) return <span className={styles.facts}>{t`no channel yet`}</span>;
  return (
    <span className={styles.facts}>
      <span className="only-read">{t`goes to ${names}`}</span>
      {channels.map(({ id, network }) => (
        <NetworkMark key={id} network={network} size={16} decorative />
      ))}
    </span>
  );
}
