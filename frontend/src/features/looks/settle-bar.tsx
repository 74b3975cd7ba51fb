import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import styles from "./looks.module.css";
import type { Act } from "./settle-dialog";

/** The three ways out, within the thumb's reach on a phone. */
export function SettleBar({ onAct }: { onAct: (act: Act) => void }) {
  const { t } = useLingui();
  return (
    <section className={styles.bar} aria-label={t`What is true`}>
      <Button look="primary" icon="check" onClick={() => onAct("online")}>{t`It is online`}</Button>
      <Button icon="retry" onClick={() => onAct("retry")}>{t`Send again`}</Button>
      <Button icon="close" onClick={() => onAct("drop")}>{t`Do not send`}</Button>
    </section>
  );
}
