import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import type { components } from "~/api/schema.gen";

export type LinkCard = components["schemas"]["LinkCard"];
const HOUR_MS = 3_600_000;
const PAUSE_MS = 600;

/** The card of an address, asked for when it has stood still for a moment; null while nothing is known of it. */
export function useLinkCard(url: string): { card: LinkCard | null; isAsking: boolean } {
  const may = useMay();
  const [asked, setAsked] = useState(url);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(url), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [url]);
  const isAddress = /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(asked);
  const { data, isFetching } = useQuery({
    ...api.queryOptions("get", "/api/link-preview/", { params: { query: { url: asked } } }),
    enabled: isAddress && may("write"),
    staleTime: HOUR_MS,
    retry: false,
  });
  return { card: asked === url && isAddress ? (data ?? null) : null, isAsking: isFetching };
}
