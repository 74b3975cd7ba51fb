import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "~/api/client";
import type { Asset } from "./draft";

export const assetOptions = (id: string) => ({
  ...api.queryOptions("get", "/api/assets/{id}/", { params: { path: { id } } }),
  staleTime: 10 * 60_000,
});

/** The pictures of a post by id, those that are known so far. */
export function useAssets(ids: readonly string[]): ReadonlyMap<string, Asset> {
  const found = useQueries({
    queries: [...new Set(ids)].map(assetOptions),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return useMemo(() => new Map(found.map((asset) => [asset.id, asset])), [found]);
}
