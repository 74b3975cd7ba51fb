import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";

/** The templates that are meant for ripostes; undefined while they are not known. */
export function useTemplates() {
  const { data } = useQuery(api.queryOptions("get", "/api/templates/"));
  return data?.results.filter(({ is_riposte }) => is_riposte);
}
