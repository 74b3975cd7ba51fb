import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";

const WAIT_MS = 350;

/** The headline of the linked page, read by the server; where it cannot be read, the hint says to write it by hand. */
export function useHeadline(link: string): { headline: string | undefined; hint: string | undefined } {
  const { t } = useLingui();
  const [url, setUrl] = useState(link);
  useEffect(() => {
    const timer = setTimeout(() => setUrl(link), WAIT_MS);
    return () => clearTimeout(timer);
  }, [link]);
  const isAddress = /^https?:\/\/\S+\.\S+/.test(url);
  const { data, isFetching } = useQuery({
    ...api.queryOptions("get", "/api/link-preview/", { params: { query: { url } } }),
    enabled: isAddress,
    retry: false,
    staleTime: 10 * 60_000,
  });
  const headline = isAddress && url === link ? data?.title || undefined : undefined;
  const isUnread = isAddress && !isFetching && !data?.title;
  return {
    headline,
    hint: isFetching
      ? t`Reading the page…`
      : isUnread
        ? t`The page's headline could not be read. Write it here in a few words.`
        : undefined,
  };
}
