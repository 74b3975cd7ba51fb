import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { DateTimePicker } from "~/components/date-time-picker";
import { Dialog } from "~/components/dialog";
import { NetworkMark } from "~/components/network-mark";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { timeKey } from "./draft";
import { commonTime, withCommonTime } from "./edit";
import { NextSlot } from "./next-slot";
import styles from "./when-dialog.module.css";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  plannedAt: string;
  onPlannedAt: (local: string) => void;
}

/** The time of all channels that have none of their own; those that do are named. */
export function WhenDialog({ isOpen, onClose, plannedAt, onPlannedAt }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, seen, edit, isFixed, refused } = useComposing();
  const open = draft.placements.filter((each) => !isFixed(each));
  const common = commonTime(open);
  const zone = common?.zone || format.zone;
  const local = common?.local_time || plannedAt;
  const apart = seen.filter(
    ({ placement, isFixed: fixed }) => !fixed && placement.local_time && placement.local_time !== common?.local_time,
  );
  const set = (next: string) => {
    onPlannedAt(next);
    edit((now) => withCommonTime(now, { local_time: next, zone }, isFixed));
  };
  const today = toLocal(new Date(), zone).slice(0, 10);
  const ahead = (days: number, time: string) =>
    `${toLocal(new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000), "UTC").slice(0, 10)}T${time}`;
  const soon = toLocal(new Date(Math.ceil((Date.now() + 50 * 60_000) / 900_000) * 900_000), zone);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`When it goes out`}
      width="narrow"
      actions={
        <>
          {local && <Button look="quiet" onClick={() => set("")}>{t`No time yet`}</Button>}
          <Button look="primary" onClick={onClose}>{t`Done`}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <DateTimePicker
          value={local}
          zone={zone}
          min={today}
          onChange={set}
          error={common ? refused.times[timeKey(common)] : undefined}
        />
        <div className={styles.quick}>
          <NextSlot channels={open.map(({ channel }) => channel)} onChoose={set} />
          <Button size="small" onClick={() => set(soon)}>{t`In an hour`}</Button>
          <Button size="small" onClick={() => set(ahead(1, "09:00"))}>{t`Tomorrow, 09:00`}</Button>
          <Button size="small" onClick={() => set(ahead(1, "18:30"))}>{t`Tomorrow, 18:30`}</Button>
        </div>
        {apart.length > 0 && (
          <ul className={styles.apart} aria-label={t`Channels with a time of their own`}>
            {apart.map(({ key, network, name, placement }) => (
              <li key={key} className={styles.row}>
                <NetworkMark network={network} />
                <span className={styles.name}>{name}</span>
                <span className="num">
                  {format.date(placement.local_time.slice(0, 10), "short")}, {placement.local_time.slice(11)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
