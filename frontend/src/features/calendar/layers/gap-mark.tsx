import { Plural, useLingui } from "@lingui/react/macro";
import { networkName } from "~/components/network-mark";
import styles from "./layers.module.css";
import { useLayers } from "./use-layers";

/** How many posts the day is short of its channels' targets; quiet, since it is no fault yet. */
export function GapMark({ day, isShort }: { day: string; isShort?: boolean }) {
  const { t } = useLingui();
  const { gapsOfDay, channels } = useLayers();
  const gaps = gapsOfDay.get(day) ?? [];
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  if (missing === 0) return null;
  const whose = gaps.map(({ channel, missing: count }) => {
    const known = channels.get(channel);
    return known ? `${known.name} (${networkName(known.network)}): ${count}` : "";
  });
  return (
    <span className={styles.gap} title={t`Below target: ${whose.filter(Boolean).join(", ")}`}>
      {isShort ? `−${missing}` : <Plural value={missing} one="# short" other="# short" />}
    </span>
  );
}
