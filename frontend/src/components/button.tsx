import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** primary: the one thing to do here. quiet: beside others. danger: public or destructive. plain: a link-like word. */
  look?: "primary" | "normal" | "quiet" | "danger" | "plain";
  size?: "normal" | "small";
  icon?: IconName;
  /** Shows that it is at work and refuses a second press. */
  busy?: boolean;
  wide?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = "normal",
  size = "normal",
  icon,
  busy,
  wide,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, size, wide, className)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** The look of a button for a link: `<Link className={buttonClass("primary")}>`. */
export function buttonClass(
  look: ButtonProps["look"] = "normal",
  size: ButtonProps["size"] = "normal",
  wide?: boolean,
  more?: string,
): string {
  return [styles.button, styles[look], size === "small" && styles.small, wide && styles.wide, more]
    .filter(Boolean)
    .join(" ");
}
