import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { MenuItem } from "~/components/menu";
import { MenuAt } from "~/components/menu-at";
import { networkName } from "~/components/network-mark";
import { movable, type PostCard } from "~/lib/cards";
import { openMultiply } from "~/lib/multiply";
import { isOnline, openTakeBack } from "~/lib/take-back";
import { useDesk } from "./desk";

const broken = new Set(["failed", "missed", "needs_look"]);

interface Props {
  card: PostCard;
  anchor: HTMLElement;
  onClose: () => void;
}

/** Everything that can be done with a card, also what dragging does. */
export function CardMenu({ card, anchor, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { slug, mayEdit, mayWrite, askMove, duplicate, remove, mayTakeBack, selection } = useDesk();
  const open = (path: string) => void navigate({ to: `/${slug}/${path}` as string });
  const first: MenuItem[] = [{ id: "open", label: t`Open`, icon: "pen", onSelect: () => open(`posts/${card.post}`) }];
  if (broken.has(card.state)) {
    first.push({ id: "repair", label: t`What went wrong`, icon: "warning", onSelect: () => open("today") });
  }
  const left = movable(card);
  if (mayEdit(card) && left.length > 0) {
    first.push({ id: "move", label: t`Move…`, icon: "clock", onSelect: () => askMove(card) });
  }
  if (mayWrite) {
    first.push({ id: "duplicate", label: t`Duplicate`, icon: "copy", onSelect: () => duplicate(card) });
    first.push({
      id: "multiply",
      label: t`One message into several…`,
      icon: "split",
      onSelect: () => openMultiply(card.post),
    });
    first.push({ id: "select", label: t`Select`, icon: "check", onSelect: () => selection.add([card.post]) });
  }
  const online: MenuItem[] = card.placements
    .filter(({ permalink, state }) => permalink && state !== "taken_down")
    .map(({ id, network, permalink }) => ({
      id,
      label: t`See it on ${networkName(network)}`,
      icon: "out",
      onSelect: () => window.open(permalink, "_blank", "noopener"),
    }));
  if (mayTakeBack(card) && card.placements.some(({ state }) => isOnline(state))) {
    online.push({ id: "take-back", label: t`Take it back…`, icon: "undo", onSelect: () => openTakeBack(card.post) });
  }
  const last: MenuItem[] =
    mayEdit(card) && left.length === card.placements.length
      ? [{ id: "delete", label: t`Delete`, icon: "trash", danger: true, onSelect: () => remove(card) }]
      : [];
  return (
    <MenuAt
      anchor={anchor}
      label={card.firstLine || t`Post`}
      sections={[{ items: first }, { items: online }, { items: last }]}
      onClose={onClose}
    />
  );
}
