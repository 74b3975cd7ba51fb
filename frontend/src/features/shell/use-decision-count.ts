import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useOnline } from "~/api/reach";

/** How many wait for this person; undefined while unknown, and offline: an old count would be a lie. */
export function useDecisionCount(): number | undefined {
  const isOnline = useOnline();
  const { data } = useQuery(api.queryOptions("get", "/api/decisions/count/"));
  return isOnline ? data?.waiting : undefined;
}
