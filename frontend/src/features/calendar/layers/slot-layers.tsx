import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { NetworkMark, networkName } from "~/components/network-mark";
import { useDesk } from "../desk";
import type { Slot } from "../slots";
import styles from "./layers.module.css";
import type { FreeSlot } from "./model";
import { useLayers } from "./use-layers";

const CHIP = { height: 24, gap: 3, inARow: 2 };
const LINE = 16;

/** What stands in this part of a day beside its posts: usual times at which nothing is planned yet. `left`: px it may take; what has no room is not drawn. */
export function SlotLayers({ slot, left = Infinity }: { slot: Slot; left?: number }) {
  const { slotsOfDay } = useLayers();
  const { mayWrite } = useDesk();
  const free = (slotsOfDay.get(slot.day) ?? []).filter(({ local_time }) => {
    const hour = Number(local_time.slice(11, 13));
    return hour >= slot.from && hour < slot.to;
  });
  if (free.length === 0 || !mayWrite) return null;
  if (left < Infinity && slot.to - slot.from === 24) {
    if (left < LINE) return null;
    return (
      <p className={styles.count}>
        <Plural value={free.length} one="# free time" other="# free times" />
      </p>
    );
  }
  const rows = Math.max(0, Math.floor((left + CHIP.gap) / (CHIP.height + CHIP.gap)));
  const shown = free.slice(0, rows * CHIP.inARow);
  if (shown.length === 0) return null;
  return (
    <div className={`${styles.slots} ${left < Infinity ? styles.tight : ""}`}>
      {shown.map((one) => (
        <SlotChip key={`${one.channel}/${one.local_time}`} slot={one} />
      ))}
    </div>
  );
}

/** A free time: begins a post at that time on that channel. */
function SlotChip({ slot: { channel, local_time } }: { slot: FreeSlot }) {
  const { t } = useLingui();
  const { slug } = useDesk();
  const known = useLayers().channels.get(channel);
  if (!known) return null;
  const time = local_time.slice(11, 16);
  const where = `${known.name} (${networkName(known.network)})`;
  return (
    <Link
      to={`/${slug}/posts/new` as string}
      search={{ at: local_time, channel } as never}
      preload={false}
      draggable={false}
      className={styles.slot}
      title={t`Free: ${where}, ${time}`}
      aria-label={t`Free: ${where}, ${time}. Begin a post`}
    >
      {time}
      <NetworkMark network={known.network} size={12} />
    </Link>
  );
}
