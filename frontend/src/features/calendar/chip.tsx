import type { CSSProperties, ReactNode } from "react";
import { Icon } from "~/components/icon";
import styles from "./filters.module.css";

interface Props {
  isChosen: boolean;
  onToggle: () => void;
  colour?: string | undefined;
  children: ReactNode;
}

/** A word that can be switched on and off. */
export function Chip({ isChosen, onToggle, colour, children }: Props) {
  return (
    <button type="button" className={styles.chip} aria-pressed={isChosen} onClick={onToggle}>
      {colour && <i className={styles.dot} style={{ "--dot": colour } as CSSProperties} />}
      {children}
      {isChosen && <Icon name="check" size={14} />}
    </button>
  );
}
