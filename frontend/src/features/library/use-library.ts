import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";
import { asProblem, type Problem } from "~/api/problem";
import { queryOf, type Search } from "./search";

const PAGE = 60;
type Page = Answer<"get", "/api/assets/">;

/** The library page by page, with what one seeks. */
export function useLibrary(search: Search) {
  const query = queryOf(search);
  const pages = useInfiniteQuery<Page, Problem, { pages: Page[] }, readonly unknown[], number>({
    queryKey: ["get", "/api/assets/", query, "pages"],
    queryFn: ({ pageParam }) =>
      api.send("get", "/api/assets/", { params: { query: { ...query, page: pageParam, page_size: PAGE } } }),
    initialPageParam: 1,
    getNextPageParam: (last, all) => (last.next ? all.length + 1 : undefined),
    placeholderData: keepPreviousData,
  });
  return {
    pictures: pages.data?.pages.flatMap(({ results }) => results) ?? [],
    count: pages.data?.pages[0]?.count ?? 0,
    error: pages.error && asProblem(pages.error),
    isPending: pages.isPending,
    hasMore: pages.hasNextPage,
    isFetchingMore: pages.isFetchingNextPage,
    more: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}
