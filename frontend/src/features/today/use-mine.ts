import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "~/api/client";

/** The decisions that wait for this very person. */
export function useMine() {
  const query = useQuery(api.queryOptions("get", "/api/decisions/"));
  const mine = useMemo(() => query.data?.filter((card) => card.may_decide), [query.data]);
  return { query, mine };
}
