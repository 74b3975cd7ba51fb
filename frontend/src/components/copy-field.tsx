import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import styles from "./copy-field.module.css";

interface Props {
  label: string;
  value: string;
  /** Something to type into a shell: over several lines. */
  lines?: boolean;
}

/** A text to take along, with a button that copies it. */
export function CopyField({ label, value, lines }: Props) {
  const { t } = useLingui();
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // No clipboard on plain http: the text is selected, ready for the keyboard or a long press.
      if (place.current) getSelection()?.selectAllChildren(place.current);
    }
  };
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.box}>
        <code ref={place} className={lines ? styles.lines : styles.value}>
          {value}
        </code>
        <Button size="small" look="quiet" icon={isCopied ? "check" : "copy"} onClick={() => void copy()}>
          <span aria-hidden="true">{isCopied ? t`Copied` : t`Copy`}</span>
          <span className="only-read">{t`Copy: ${label}`}</span>
        </Button>
      </div>
      <span role="status" className="only-read">
        {isCopied && t`Copied`}
      </span>
    </div>
  );
}
