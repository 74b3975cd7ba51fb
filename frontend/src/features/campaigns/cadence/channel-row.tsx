import { useLingui } from "@lingui/react/macro";
import { NetworkMark } from "~/components/network-mark";
import styles from "./cadence.module.css";
import { Limit } from "./limit";
import { heard, type Row } from "./model";
import { WeekBars } from "./week-bars";

/** One channel: this week against its target, its weeks, and how much is too much for a day. */
export function ChannelRow({ row, weeks, thisWeek }: { row: Row; weeks: readonly string[]; thisWeek: string }) {
  const { t } = useLingui();
  const { network, name, target } = row;
  const now = row.weeks[weeks.indexOf(thisWeek)];
  const count = now ? heard(now) : 0;
  return (
    <li>
      <p className={styles.name}>
        <NetworkMark network={network} /> {name}
        <span>{target > 0 ? t`${count} of ${target} this week` : t`${count} this week, no target`}</span>
      </p>
      <WeekBars label={name} tallies={row.weeks} {...{ weeks, thisWeek, target }} />
      <Limit row={row} />
    </li>
  );
}
