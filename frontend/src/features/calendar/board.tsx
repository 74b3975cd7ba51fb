import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { toast } from "~/components/toast";
import type { PostCard } from "~/lib/cards";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useIsWide } from "~/lib/use-media";
import { Agenda } from "./agenda";
import { Face } from "./card";
import { Day } from "./day";
import { DragBoard } from "./drag";
import { Month } from "./month";
import { useSlotWords } from "./part-words";
import type { View } from "./search";
import { dropTime, isOver, type Slot } from "./slots";
import type { CardsByDay } from "./use-placements";
import { Week } from "./week";

interface Props {
  view: View;
  date: string;
  days: readonly string[];
  byDay: CardsByDay;
  clock: string;
  onMove: (card: PostCard, local: string) => Promise<void>;
  onOpenDay: (day: string) => void;
}

/** The view asked for, in which cards can be dragged. */
export function Board({ view, date, days, byDay, clock, onMove, onOpenDay }: Props) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const isWide = useIsWide();
  const words = useSlotWords();
  const say = useCallback(
    (slot: Slot) => {
      const where = words(slot);
      return isOver(slot, clock) ? t`${where}: this has passed` : where;
    },
    [t, words, clock],
  );
  const drop = (card: PostCard, slot: Slot) => {
    const from = toLocal(card.at, zone);
    const stays =
      from.startsWith(slot.day) && Number(from.slice(11, 13)) >= slot.from && Number(from.slice(11, 13)) < slot.to;
    if (stays) return;
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
  };
  const ghost = useCallback((card: PostCard) => <Face card={card} size="short" isGhost />, []);
  return (
    <DragBoard onDrop={drop} say={say} ghost={ghost}>
      {view === "month" ? (
        <Month {...{ days, byDay, clock, onOpenDay }} month={date.slice(0, 7)} />
      ) : view === "week" && isWide ? (
        <Week {...{ days, byDay, clock, onOpenDay }} />
      ) : view === "day" ? (
        <Day day={date} cards={byDay.get(date) ?? []} clock={clock} />
      ) : (
        <Agenda {...{ days, byDay, clock }} size={view === "week" ? "line" : "wide"} />
      )}
    </DragBoard>
  );
}
