import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { PostCard } from "~/lib/cards";
import { movable } from "~/lib/cards";
import { useIsWide } from "~/lib/use-media";
import { useSteady } from "~/lib/use-steady";
import { Agenda } from "./agenda";
import styles from "./board.module.css";
import { CardKeys } from "./card-keys";
import { CardMenu } from "./card-menu";
import { Day } from "./day";
import { useDesk } from "./desk";
import type { Grip } from "./drag/grip";
import { Face } from "./face";
import { Month } from "./month";
import { useSlotSpeech } from "./part-words";
import type { View } from "./search";
import { useCardCommands } from "./use-card-commands";
import { useDrop } from "./use-drop";
import type { CardsByDay } from "./use-placements";
import { usePress } from "./use-press";
import { useWalk } from "./use-walk";
import { Week } from "./week";

const DragLayer = lazy(() => import("./drag/drag-layer"));
const none: PostCard[] = [];

interface Props {
  view: View;
  date: string;
  days: readonly string[];
  cards: readonly PostCard[];
  byDay: CardsByDay;
  clock: string;
  isWhole: boolean;
  onMove: (card: PostCard, local: string) => Promise<void>;
  onOpenDay: (day: string) => void;
}

/** The view asked for. It hears for all its cards what is done with them by pointer and keys. */
export function Board({ view, date, days, cards, byDay, clock, isWhole, onMove, onOpenDay }: Props) {
  const { mayEdit } = useDesk();
  const isWide = useIsWide();
  const openDay = useSteady(onOpenDay);
  const board = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip>(null);
  const [menu, setMenu] = useState<{ card: PostCard; anchor: HTMLElement } | null>(null);
  const known = useMemo(() => new Map(cards.map((card) => [card.key, card])), [cards]);
  const cardAt = useCallback((element: HTMLElement) => known.get(element.dataset.key ?? ""), [known]);
  const movableAt = useCallback(
    (element: HTMLElement) => {
      const card = cardAt(element);
      return card && mayEdit(card) && movable(card).length > 0 ? card : undefined;
    },
    [cardAt, mayEdit],
  );
  const openMenu = useCallback((card: PostCard, anchor: HTMLElement) => setMenu({ card, anchor }), []);
  const press = usePress({ cards, cardAt, onMenu: openMenu });
  const walk = useWalk(board);
  const { say, isPast } = useSlotSpeech(clock);
  const drop = useDrop({ onMove });
  const ghost = useCallback((card: PostCard): ReactNode => <Face card={card} size="short" isGhost />, []);
  useCardCommands({ board, cardAt, clock });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links and buttons within it are what is pressed
    <div
      ref={board}
      className={styles.board}
      onClick={press.onClick}
      onMouseDown={(event) => grip.current?.onMouseDown(event)}
      onTouchStart={(event) => grip.current?.onTouchStart(event)}
      onKeyDown={(event) => {
        if (press.onKeyDown(event) || walk(event)) return;
        grip.current?.onKeyDown(event);
      }}
    >
      <CardKeys />
      {view === "month" ? (
        <Month {...{ days, byDay, clock }} onOpenDay={openDay} month={date.slice(0, 7)} />
      ) : view === "week" && isWide ? (
        <Week {...{ days, byDay, clock, isWhole }} onOpenDay={openDay} />
      ) : view === "day" ? (
        <Day day={date} cards={byDay.get(date) ?? none} clock={clock} />
      ) : (
        <Agenda {...{ days, byDay, clock }} size={view === "week" ? "line" : "wide"} />
      )}
      <Suspense fallback={null}>
        <DragLayer {...{ grip, board, say, isPast, ghost }} cardAt={movableAt} onDrop={drop} onHold={openMenu} />
      </Suspense>
      {menu && <CardMenu {...menu} onClose={() => setMenu(null)} />}
    </div>
  );
}
