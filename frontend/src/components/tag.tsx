import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./tag.module.css";

/** A short word on a tint: "Above half", "Blocks", "3 new". */
export function Tag({
  tone = "plain",
  icon,
  children,
}: {
  tone?: "plain" | "warn" | "ok" | "bad" | "primary";
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** How many wait; nothing when none do. */
export function Count({ value, tone = "attention" }: { value: number | undefined; tone?: "attention" | "broken" }) {
  if (!value) return null;
  return (
    <span className={`${styles.count} ${tone === "broken" ? styles.broken : ""}`}>{value > 99 ? "99+" : value}</span>
  );
}
