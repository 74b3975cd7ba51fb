import { Avatar } from "~/components/avatar";
import { NetworkMark } from "~/components/network-mark";
import styles from "./channel-avatar.module.css";
import { ownPicture } from "./model";

interface Props {
  network: string;
  name: string;
  picture: string;
  size?: number;
}

/** A page's picture, or its initials, with the network's mark at its corner. Decorative: both stand beside it in words. */
export function ChannelAvatar({ network, name, picture, size = 40 }: Props) {
  return (
    <span className={styles.avatar}>
      <Avatar name={name} picture={ownPicture(picture, location.origin) ?? null} size={size} />
      <span className={styles.mark}>
        <NetworkMark network={network} size={Math.round(size * 0.38)} decorative />
      </span>
    </span>
  );
}
