import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useCommands } from "~/components/commands";
import { movable, type PostCard } from "~/lib/cards";
import { openMultiply } from "~/lib/multiply";
import { useDesk } from "./desk";
import { newTime, slotOf } from "./slots";

interface Props {
  board: RefObject<HTMLElement | null>;
  cardAt: (element: HTMLElement) => PostCard | undefined;
  clock: string;
}

/** The keys of the card that has the focus, and of the place it stands in. */
export function useCardCommands({ board, cardAt, clock }: Props): void {
  const { t } = useLingui();
  const { slug, mayWrite, mayEdit, askMove, selection } = useDesk();
  const router = useRouter();
  const focused = () => {
    const element = document.activeElement;
    return board.current?.contains(element) ? (element as HTMLElement) : null;
  };
  const card = () => {
    const element = focused()?.closest<HTMLElement>("[data-key]");
    return element ? cardAt(element) : undefined;
  };
  const move = () => {
    const found = card();
    if (found && mayEdit(found) && movable(found).length > 0) askMove(found);
  };
  const begin = () => {
    const key = focused()?.closest<HTMLElement>("[data-slot]")?.dataset.slot;
    const at = key ? newTime(slotOf(key), clock) : null;
    router.history.push(`/${slug}/posts/new${at ? `?at=${encodeURIComponent(at)}` : ""}`);
  };
  useCommands([
    {
      id: "calendar-walk",
      words: t`Go to another post`,
      keys: "ArrowLeft",
      or: ["ArrowRight", "ArrowUp", "ArrowDown"],
    },
    { id: "calendar-open", words: t`Open the post`, keys: "Enter" },
    mayWrite && { id: "calendar-pick", words: t`Pick the post up, and put it down`, keys: "Space" },
    mayWrite && { id: "calendar-move", words: t`Move the post to a date and time`, keys: "m", act: move },
    mayWrite && {
      id: "calendar-multiply",
      words: t`One message into several…`,
      icon: "split",
      keys: "v",
      act: () => {
        const found = card();
        if (found) openMultiply(found.post);
      },
    },
    mayWrite && { id: "calendar-new", words: t`New post here`, icon: "plus", keys: "n", act: begin },
    mayWrite && {
      id: "calendar-choose",
      words: t`Select the post, or begin to select`,
      icon: "check",
      keys: "x",
      act: () => {
        const found = card();
        if (found) selection.toggle(found.post);
        else selection.begin();
      },
    },
    mayWrite && {
      id: "calendar-choose-more",
      words: t`Select the next one too`,
      keys: "shift+ArrowDown",
    },
  ]);
}
