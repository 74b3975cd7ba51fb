import { useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import styles from "./select.module.css";

interface Props {
  label: string;
  value: number;
  most: number;
  least?: number;
  onChange: (value: number) => void;
}

/** A number that is stepped by one or typed; "+3" is later, "−3" earlier. */
export function Stepper({ label, value, most, least = -most, onChange }: Props) {
  const { t } = useLingui();
  const within = (next: number) => Math.max(least, Math.min(most, Math.trunc(next) || 0));
  return (
    <div className={styles.stepper}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <IconButton icon="minus" label={t`${label}: one less`} onClick={() => onChange(within(value - 1))} />
      <input
        type="number"
        inputMode="numeric"
        className={styles.number}
        aria-label={label}
        value={value}
        min={least}
        max={most}
        onChange={(event) => onChange(within(Number(event.target.value)))}
      />
      <IconButton icon="plus" label={t`${label}: one more`} onClick={() => onChange(within(value + 1))} />
    </div>
  );
}
