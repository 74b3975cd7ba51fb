import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useFormat } from "~/lib/use-format";
import { isOver, type PartName, partNames, parts, type Slot } from "./slots";

export const partWords: Record<PartName, MessageDescriptor> = {
  morning: msg`Morning`,
  midday: msg`Midday`,
  afternoon: msg`Afternoon`,
  evening: msg`Evening`,
};

const inSentence: Record<PartName, MessageDescriptor> = {
  morning: msg`morning`,
  midday: msg`midday`,
  afternoon: msg`afternoon`,
  evening: msg`evening`,
};

/** A slot in words: "Tuesday 24 November, morning". */
export function useSlotWords(): (slot: Slot) => string {
  const { t } = useLingui();
  const format = useFormat();
  return useCallback(
    (slot) => {
      const day = format.date(slot.day, "weekday");
      if (slot.to - slot.from === 24) return day;
      if (slot.to - slot.from === 1) return `${day}, ${slot.start}`;
      const name = partNames.find((part) => parts[part].from === slot.from);
      return name ? `${day}, ${t(inSentence[name])}` : day;
    },
    [t, format],
  );
}

/** A slot as it is announced while a card is above it, and whether it has passed. */
export function useSlotSpeech(clock: string) {
  const { t } = useLingui();
  const words = useSlotWords();
  const isPast = useCallback((slot: Slot) => isOver(slot, clock), [clock]);
  const say = useCallback(
    (slot: Slot) => {
      const where = words(slot);
      return isOver(slot, clock) ? t`${where}: this has passed` : where;
    },
    [t, words, clock],
  );
  return { say, isPast };
}
