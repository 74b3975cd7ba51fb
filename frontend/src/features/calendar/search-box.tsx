import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Icon } from "~/components/icon";
import styles from "./search-box.module.css";

const WAIT_MS = 250;

interface Props {
  q: string | undefined;
  onChange: (q: string | undefined) => void;
  /** Also on a narrow screen. */
  always?: boolean;
}

/** Words in any text; asked for once the typing rests. */
export function SearchBox({ q, onChange, always }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(q ?? "");
  const [known, setKnown] = useState(q);
  // Cleared or chosen elsewhere: the box follows.
  if (known !== q) {
    setKnown(q);
    if ((q ?? "") !== text.trim()) setText(q ?? "");
  }
  useEffect(() => {
    const next = text.trim() || undefined;
    if (next === q) return;
    const timer = setTimeout(() => onChange(next), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, q, onChange]);
  return (
    <label className={`${styles.box} ${always ? "" : styles.wide}`}>
      <Icon name="find" />
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t`Search posts`}
        aria-label={t`Search posts`}
      />
    </label>
  );
}
