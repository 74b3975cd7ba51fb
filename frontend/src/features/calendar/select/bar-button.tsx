import type { ButtonHTMLAttributes, Ref } from "react";
import { Icon, type IconName } from "~/components/icon";
import styles from "./select.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  isDanger?: boolean;
  children: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A drawing and its word, beside each other or, on a phone, one above the other. */
export function BarButton({ icon, isDanger, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={`${styles.act} ${isDanger ? styles.danger : ""}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}
