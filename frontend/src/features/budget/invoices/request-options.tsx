import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";

/** The approved requests of a line as options. */
export function RequestOptions({ line }: { line: string }) {
  const { t } = useLingui();
  const query = { line, state: ["approved" as const], page_size: 100 };
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/requests/", { params: { query } }),
    enabled: Boolean(line),
  });
  return (
    <>
      <option value="">{t`Without a request`}</option>
      {(data?.results ?? []).map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </>
  );
}
