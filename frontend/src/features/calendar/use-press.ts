import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import type { PostCard } from "~/lib/cards";
import { useDesk } from "./desk";
import { between } from "./select/selection";
import { useComeBack } from "./use-come-back";

interface Props {
  cards: readonly PostCard[];
  cardAt: (element: HTMLElement) => PostCard | undefined;
  onMenu: (card: PostCard, anchor: HTMLElement) => void;
}

/** What a press on the board does: opens a post or its menu, chooses it, or all from the last one chosen with Shift. */
export function usePress({ cards, cardAt, onMenu }: Props) {
  const { selection } = useDesk();
  const router = useRouter();
  const last = useRef<string | null>(null);
  const leaveFor = useComeBack();

  const choose = (post: string, isRange: boolean) => {
    const from = isRange ? last.current : null;
    if (from)
      selection.add(
        between(
          cards.map((card) => card.post),
          from,
          post,
        ),
      );
    else selection.toggle(post);
    last.current = post;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const element = target.closest<HTMLElement>("[data-key]");
    const card = element ? cardAt(element) : undefined;
    const button = target.closest<HTMLElement>("[data-menu]");
    if (card && button) return onMenu(card, button);
    const link = target.closest<HTMLAnchorElement>("a[href^='/']");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    const isChoosing = selection.isOn() || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!card && isChoosing && !selection.isOn()) return; // a free place, opened in another tab
    event.preventDefault();
    if (card && isChoosing) return choose(card.post, event.shiftKey);
    if (card) leaveFor(card.post);
    router.history.push(link.getAttribute("href") ?? "");
  };
  /** Return whether the key was for choosing. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!selection.isOn()) return false;
    const element = (event.target as HTMLElement).closest<HTMLElement>("[data-key]");
    const card = element ? cardAt(element) : undefined;
    if (!card || event.key !== " ") return false;
    event.preventDefault();
    choose(card.post, event.shiftKey);
    return true;
  };
  return { onClick, onKeyDown };
}
