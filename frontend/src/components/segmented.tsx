import { type ReactNode, useId } from "react";
import styles from "./segmented.module.css";

interface Props<Value extends string> {
  /** What is chosen between, read aloud. */
  label: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  wide?: boolean;
  /** Too many for one line of a phone. */
  wraps?: boolean;
}

/** One of a few, all in sight; arrow keys move, as in any set of radio buttons. */
export function Segmented<Value extends string>({ label, options, value, onChange, wide, wraps }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={`${styles.set} ${wide ? styles.wide : ""} ${wraps ? styles.wraps : ""}`}>
      <legend className="only-read">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
