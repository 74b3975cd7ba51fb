import { useQuery } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";

export type Wrong = Answer<"get", "/api/deliveries/">[number];

/** What did not go out as planned in the last two weeks and wants a person. */
export const useWrong = () =>
  useQuery(api.queryOptions("get", "/api/deliveries/", { params: { query: { wrong: true } } }));
