import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import { useNow } from "~/lib/use-now";
import styles from "./now-line.module.css";

/** Where the present is among the cards of today. */
export function NowLine() {
  const { t } = useLingui();
  const time = useFormat().time(useNow());
  return (
    <div className={styles.line} role="img" aria-label={t`Now, ${time}`}>
      <span className={styles.time}>{time}</span>
    </div>
  );
}
