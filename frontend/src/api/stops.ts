import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type Answer, api } from "./client";
import type { Problem } from "./problem";

export type Stops = Answer<"get", "/api/stop/">;

/** Whether anything holds back what goes out: this organisation's crisis stop, or a hold of the whole installation. */
export function useStops(): UseQueryResult<Stops, Problem> {
  return useQuery({ ...api.queryOptions("get", "/api/stop/"), refetchInterval: 60_000 });
}
