import type { ReactNode } from "react";
import styles from "./channel-pill.module.css";
import { Icon } from "./icon";
import { NetworkMark, networkName } from "./network-mark";

interface Props {
  network: string;
  name: string;
  /** Given: the pill is a switch. */
  isChosen?: boolean;
  onChange?: (chosen: boolean) => void;
  isDisabled?: boolean;
  /** A word after the name: "own text", "FR + NL". */
  children?: ReactNode;
}

/** A channel by its network's mark and its name; with onChange it can be switched on and off. */
export function ChannelPill({ network, name, isChosen, onChange, isDisabled, children }: Props) {
  const inside = (
    <>
      <NetworkMark network={network} decorative />
      <span className={styles.name}>{name}</span>
      <span className="only-read">({networkName(network)})</span>
      {isChosen && <Icon name="check" size={14} />}
      {children && <span className={styles.aside}>{children}</span>}
    </>
  );
  if (!onChange) return <span className={styles.pill}>{inside}</span>;
  return (
    <button
      type="button"
      className={`${styles.pill} ${styles.button}`}
      aria-pressed={isChosen ?? false}
      disabled={isDisabled}
      onClick={() => onChange(!isChosen)}
    >
      {inside}
    </button>
  );
}
