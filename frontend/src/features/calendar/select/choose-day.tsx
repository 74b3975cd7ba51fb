import { useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import type { PostCard } from "~/lib/cards";
import { useDesk } from "../desk";
import { useIsSelecting } from "./use-selection";

/** While posts are being chosen: all of this day. */
export function ChooseDay({ cards, name }: { cards: readonly PostCard[]; name: string }) {
  const { t } = useLingui();
  const { selection } = useDesk();
  if (!useIsSelecting() || cards.length === 0) return null;
  return (
    <IconButton
      icon="check"
      size="small"
      label={t`Select all of ${name}`}
      onClick={() => selection.add(cards.map(({ post }) => post))}
    />
  );
}
