import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import type { Stage } from "./model";
import styles from "./riposte.module.css";
import { stages } from "./stage-words";

export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useLingui();
  const { word, icon, tone } = stages[stage];
  return (
    <span className={`${styles.stage} ${styles[tone]}`}>
      <Icon name={icon} size={14} />
      {t(word)}
    </span>
  );
}
