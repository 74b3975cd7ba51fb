import type { ButtonHTMLAttributes, Ref } from "react";
import type { ButtonProps } from "./button";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label"> {
  icon: IconName;
  /** What it does, in words: read aloud and shown as a tooltip. */
  label: string;
  look?: ButtonProps["look"];
  size?: ButtonProps["size"];
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, look = "quiet", size = "normal", className, ...rest }: Props) {
  const classes = [styles.button, styles[look], styles.icon, size === "small" && styles.small, className];
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classes.filter(Boolean).join(" ")}>
      <Icon name={icon} />
    </button>
  );
}
