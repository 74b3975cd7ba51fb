import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { NetworkMark, networkName } from "~/components/network-mark";
import { useDesk } from "../desk";
import type { Slot } from "../slots";
import styles from "./layers.module.css";
import type { FreeSlot } from "./model";
import { useLayers } from "./use-layers";

/** What stands in this part of a day beside its posts: usual times at which nothing is planned yet. `isTight`: room for one line. */
export function SlotLayers({ slot, isTight }: { slot: Slot; isTight?: boolean }) {
  const { slotsOfDay } = useLayers();
  const { mayWrite } = useDesk();
  const free = (slotsOfDay.get(slot.day) ?? []).filter(({ local_time }) => {
    const hour = Number(local_time.slice(11, 13));
    return hour >= slot.from && hour < slot.to;
  });
  if (free.length === 0 || !mayWrite) return null;
  if (isTight && slot.to - slot.from === 24) {
    return (
      <p className={styles.count}>
        <Plural value={free.length} one="# free time" other="# free times" />
      </p>
    );
  }
  return (
    <div className={`${styles.slots} ${isTight ? styles.tight : ""}`}>
      {free.map((one) => (
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
