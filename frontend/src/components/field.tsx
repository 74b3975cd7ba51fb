import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import styles from "./field.module.css";
import { Icon } from "./icon";

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence that says what is wrong; makes the field invalid. */
  error?: string | undefined;
  /** The label is read aloud but not drawn: only where the surroundings say it. */
  labelHidden?: boolean;
  /** Beside the label, at the end of its line: a counter, a link. */
  aside?: ReactNode;
  /** Where something else on the screen leads here. */
  id?: string | undefined;
}

interface Wiring {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** A label, what goes in it, a hint and an error, tied together for screen readers. */
function Around({
  label,
  hint,
  error,
  labelHidden,
  aside,
  id: given,
  children,
}: Around & { children: (wiring: Wiring) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <div className={labelHidden && !aside ? "only-read" : styles.head}>
        <label htmlFor={id} className={labelHidden ? "only-read" : styles.label}>
          {label}
        </label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <Icon name="warning" size={14} />
          {error}
        </p>
      )}
    </div>
  );
}

type FieldProps = Around & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** One line of text (or a number, date, password …): `<Field label={t`E-mail`} type="email" {...form.register("email")} />`. */
export function Field({ label, hint, error, labelHidden, aside, id, className, ...rest }: FieldProps) {
  return (
    <Around {...{ label, hint, error, labelHidden, aside, id }}>
      {(wiring) => <input {...rest} {...wiring} className={`${styles.input} ${className ?? ""}`} />}
    </Around>
  );
}

type TextAreaProps = Around & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, labelHidden, aside, id, className, ...rest }: TextAreaProps) {
  return (
    <Around {...{ label, hint, error, labelHidden, aside, id }}>
      {(wiring) => (
        <textarea rows={3} {...rest} {...wiring} className={`${styles.input} ${styles.area} ${className ?? ""}`} />
      )}
    </Around>
  );
}

type SelectProps = Around & SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> };

/** One of several, by the device's own picker. Children are `<option>`s. */
export function Select({ label, hint, error, labelHidden, aside, id, className, children, ...rest }: SelectProps) {
  return (
    <Around {...{ label, hint, error, labelHidden, aside, id }}>
      {(wiring) => (
        <span className={styles.select}>
          <select {...rest} {...wiring} className={`${styles.input} ${className ?? ""}`}>
            {children}
          </select>
          <Icon name="down" className={styles.arrow} />
        </span>
      )}
    </Around>
  );
}
