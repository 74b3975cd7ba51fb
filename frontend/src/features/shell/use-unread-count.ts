import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useOnline } from "~/api/reach";

/** How many notices this person has not read; undefined while unknown, and offline. */
export function useUnreadCount(): number | undefined {
  const isOnline = useOnline();
  const { data } = useQuery(
    api.queryOptions("get", "/api/notices/", { params: { query: { unread: true, page_size: 1 } } }),
  );
  return isOnline ? data?.count : undefined;
}
