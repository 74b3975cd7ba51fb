import { createContext, use } from "react";
import type { PostCard } from "~/lib/cards";
import type { Selection } from "./select/selection";

export interface Campaign {
  id: string;
  name: string;
  colour: string;
}

/** What every card needs beside itself; stable, so that cards are drawn again only when they change. */
export interface Desk {
  slug: string;
  campaigns: ReadonlyMap<string, Campaign>;
  mayWrite: boolean;
  mayEdit: (card: PostCard) => boolean;
  askMove: (card: PostCard) => void;
  duplicate: (card: PostCard) => void;
  remove: (card: PostCard) => void;
  selection: Selection;
  mayTakeBack: (card: PostCard) => boolean;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("useDesk outside the calendar");
  return desk;
}
