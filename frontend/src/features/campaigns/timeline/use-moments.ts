import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { addDays } from "~/lib/days";
import type { Zoom } from "../search";
import type { Stretch } from "./scale";

export interface Moment {
  id: string;
  name: string;
  day: string;
}

/** The organisation's own moments and elections; in a quarter also the other days Carillon knows. None over four years. */
export function useMoments({ from, to }: Stretch, zoom: Zoom): Moment[] {
  const { data = [] } = useQuery({
    ...api.queryOptions("get", "/api/layers/", { params: { query: { from, to: addDays(to, 1) } } }),
    enabled: zoom !== "years",
  });
  return data
    .filter(({ layer, kind }) => layer === "own" || kind === "election" || (zoom === "quarter" && layer === "shipped"))
    .map(({ id, name, starts_on }) => ({ id, name, day: starts_on }))
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day));
}
