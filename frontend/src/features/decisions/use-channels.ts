import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "~/api/client";
import type { ChannelName } from "./preview/channel";

/** The organisation's channels by id; empty while they are fetched. */
export function useChannels(): ReadonlyMap<string, ChannelName> {
  const { data } = useQuery(api.queryOptions("get", "/api/channels/"));
  return useMemo(() => new Map((data?.results ?? []).map((channel) => [channel.id, channel])), [data]);
}
