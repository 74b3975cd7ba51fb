import { createContext, use } from "react";
import type { Message } from "./compose";
import type { Desk, DeskState } from "./desk";
import type {
  Asset,
  Campaign,
  Channel,
  Draft,
  Language,
  Limits,
  Network,
  Placement,
  PlacementShown,
  ProblemFound,
} from "./draft";

/** One placement with all that is known of it: what it says, and what the server says about it. */
export interface Seen {
  key: string;
  placement: Placement;
  /** Undefined for a channel that was taken away. */
  channel: Channel | undefined;
  name: string;
  network: string;
  limits: Limits;
  message: Message;
  /** As they go online, link included. */
  texts: string[];
  /** The link without the marks that count visits; "" where none goes out. */
  bareLink: string;
  /** As the server has it; undefined until it is saved. */
  shown: PlacementShown | undefined;
  /** Carillon has taken it up: it cannot be changed any more. */
  isFixed: boolean;
  problems: ProblemFound[];
}

/** What the text panel shows: a language, or the own text of a placement ("own:" and its key). */
export type Tab = Language | `own:${string}`;

export interface Composing extends DeskState {
  desk: Desk;
  edit: (change: (draft: Draft) => Draft) => void;
  /** Nobody may change it here: the role does not allow it, or all of it is out. */
  isLocked: boolean;
  languages: readonly Language[];
  own: ReadonlySet<Language>;
  channels: readonly Channel[];
  networks: ReadonlyMap<string, Network>;
  campaigns: readonly Campaign[];
  assets: ReadonlyMap<string, Asset>;
  seen: readonly Seen[];
  isFixed: (placement: Placement) => boolean;
  tab: Tab;
  setTab: (tab: Tab) => void;
  /** The language one writes or describes pictures in. */
  language: Language;
  /** Languages whose pictures were set apart from the others'. */
  apart: ReadonlySet<string>;
  setApart: (apart: ReadonlySet<string>) => void;
}

export const ComposingContext = createContext<Composing | null>(null);

export function useComposing(): Composing {
  const composing = use(ComposingContext);
  if (!composing) throw new Error("useComposing outside the composer");
  return composing;
}
