import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import type { Delivery, Shown } from "./model";

export interface Recent {
  data: readonly Shown[] | undefined;
  error: { message: string } | null;
  isAsking: boolean;
  /** What it costs in US dollars; a network that bills is asked only on a press. */
  costs: number;
  ask: () => void;
}

/** The account's newest posts, asked of the network itself: at once where that is free, else when somebody presses. */
export function useRecent(delivery: Delivery | undefined, isWanted: boolean): Recent {
  const [isPressed, setPressed] = useState(false);
  const costs = (delivery?.show_cost_usd_micros ?? 0) / 1_000_000;
  const id = delivery?.id ?? "";
  const query = useQuery({
    queryKey: ["post", "/recent", id],
    queryFn: () => api.send("post", "/api/deliveries/{id}/recent/", { params: { path: { id } } }),
    enabled: isWanted && (delivery?.can_show ?? false) && (isPressed || costs === 0),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    data: query.data,
    error: query.error ? asProblem(query.error) : null,
    isAsking: query.isFetching,
    costs,
    ask: () => (isPressed || costs === 0 ? void query.refetch() : setPressed(true)),
  };
}
