import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo } from "react";
import { api } from "~/api/client";
import { spanOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { byDay, type FreeSlot, type Gap, type InLayer, type LayerName, layersOn, shown, spanDays } from "./model";

export interface Layers {
  on: ReadonlySet<LayerName>;
  /** In the order of their days. */
  items: readonly InLayer[];
  ofDay: ReadonlyMap<string, readonly InLayer[]>;
  slotsOfDay: ReadonlyMap<string, readonly FreeSlot[]>;
  gapsOfDay: ReadonlyMap<string, readonly Gap[]>;
  channels: ReadonlyMap<string, { network: string; name: string }>;
  /** Opens a moment of the organisation's own; null for who may only look. */
  openMoment: ((moment: string | { day: string }) => void) | null;
}

const none: Layers = {
  on: new Set(),
  items: [],
  ofDay: new Map(),
  slotsOfDay: new Map(),
  gapsOfDay: new Map(),
  channels: new Map(),
  openMoment: null,
};
export const LayersContext = createContext<Layers>(none);
export const useLayers = (): Layers => use(LayersContext);

interface Asked {
  days: readonly string[];
  /** From the address. */
  layers: string | undefined;
  /** Free slots and gaps of these channels alone; none chosen means all. */
  channel: string | undefined;
  channels: readonly { id: string; network: string; name: string }[];
  openMoment: Layers["openMoment"];
  /** Whether what is planned has come: it goes first. */
  isThere: boolean;
}

/** What lies over the days on show, as far as it is switched on. A layer that cannot be had leaves the calendar as it is. */
export function useLayersOf({ days, layers, channel, channels, openMoment, isThere }: Asked): Layers {
  const { zone } = useFormat();
  const on = useMemo(() => layersOn(layers), [layers]);
  const [first = ""] = days;
  const span = useMemo(() => spanDays(days), [days]);
  const instants = spanOf(first, days.length, zone);
  const kept = { placeholderData: keepPreviousData, staleTime: 60_000 };
  const found = useQuery({
    ...api.queryOptions("get", "/api/layers/", { params: { query: span } }),
    ...kept,
    enabled: isThere,
  }).data;
  const free = useQuery({
    ...api.queryOptions("get", "/api/slots/free/", { params: { query: instants } }),
    ...kept,
    enabled: isThere && on.has("slots"),
  }).data;
  const gaps = useQuery({
    ...api.queryOptions("get", "/api/cadence/gaps/", { params: { query: instants } }),
    ...kept,
    enabled: isThere && on.has("gaps"),
  }).data;
  return useMemo(() => {
    const items = shown(found ?? [], on);
    const wanted = channel?.split(",").filter(Boolean) ?? [];
    const isWanted = (one: { channel: string }) => wanted.length === 0 || wanted.includes(one.channel);
    return {
      on,
      items,
      ofDay: byDay(items, days),
      slotsOfDay: grouped(on.has("slots") ? (free ?? []).filter(isWanted) : [], (one) => one.local_time.slice(0, 10)),
      gapsOfDay: grouped(on.has("gaps") ? (gaps ?? []).filter(isWanted) : [], (one) => one.day),
      channels: new Map(channels.map((one) => [one.id, one])),
      openMoment,
    };
  }, [found, free, gaps, on, days, channel, channels, openMoment]);
}

function grouped<Item>(items: readonly Item[], dayOf: (item: Item) => string): Map<string, Item[]> {
  const days = new Map<string, Item[]>();
  for (const item of items) days.set(dayOf(item), [...(days.get(dayOf(item)) ?? []), item]);
  return days;
}
