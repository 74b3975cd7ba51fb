import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { type Answer, api } from "./client";
import { asProblem, type Problem } from "./problem";
import type { paths } from "./schema.gen";

type Listed = PathsWithMethod<paths, "get">;
type RowOf<Path extends Listed> = Answer<"get", Path> extends { results: (infer Row)[] } ? Row : never;

interface Page<Row> {
  count: number;
  next?: string | null;
  results: Row[];
}

/** A long list page by page, however long it is: what is here of it, and `more()` for the next page. */
export function usePages<Path extends Listed>(path: Path, query: Record<string, unknown>, size: number) {
  type Row = RowOf<Path>;
  const pages = useInfiniteQuery<Page<Row>, Problem, { pages: Page<Row>[] }, readonly unknown[], number>({
    queryKey: ["get", path, { ...query, page_size: size }, "pages"],
    queryFn: ({ pageParam }) => {
      const init = { params: { query: { ...query, page: pageParam, page_size: size } } };
      // Which query a path takes cannot be followed through a variable path; its rows can.
      return api.send("get", path, init as never) as Promise<unknown> as Promise<Page<Row>>;
    },
    initialPageParam: 1,
    getNextPageParam: (last, all) => (last.next ? all.length + 1 : undefined),
    placeholderData: keepPreviousData,
  });
  return {
    rows: pages.data?.pages.flatMap(({ results }) => results),
    error: pages.error && asProblem(pages.error),
    hasMore: pages.hasNextPage,
    isFetchingMore: pages.isFetchingNextPage,
    more: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}
