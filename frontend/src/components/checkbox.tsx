import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./checkbox.module.css";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function Checkbox({ label, hint, className, ...rest }: Props) {
  return (
    <label className={`${styles.row} ${className ?? ""}`}>
      <input type="checkbox" {...rest} className={styles.box} />
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
