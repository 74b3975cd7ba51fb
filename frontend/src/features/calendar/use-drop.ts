import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { toast } from "~/components/toast";
import type { PostCard } from "~/lib/cards";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useSlotWords } from "./part-words";
import { dropTime, isIn, isOver, type Slot } from "./slots";

/** What a drop does: the card is moved, or stays and the reason is said. */
export function useDrop({ onMove }: { onMove: (card: PostCard, local: string) => Promise<void> }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const words = useSlotWords();
  return useCallback(
    (card: PostCard, slot: Slot) => {
      const from = toLocal(card.at, zone);
      if (isIn(slot, from)) return;
      const now = toLocal(new Date(), zone);
      const time = dropTime({ from, slot, now, zone });
      if (time) return void onMove(card, time);
      const where = words(slot);
      const at = from.slice(11, 16);
      toast(
        isOver(slot, now)
          ? t`${where} has passed: nothing can go out then any more. The post stays where it was.`
          : t`${where} at ${at} is not possible. Choose another time with “Move…” in the card's menu.`,
        { tone: "failed" },
      );
    },
    [t, zone, words, onMove],
  );
}
