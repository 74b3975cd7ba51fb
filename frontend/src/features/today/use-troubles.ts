import { useQuery } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";

/** One cause and the posts it stopped. */
export type Trouble = Answer<"get", "/api/troubles/">[number];
export type TroubledPost = Trouble["posts"][number];

/** What did not go out as planned and wants a person, by cause. */
export const useTroubles = () => useQuery(api.queryOptions("get", "/api/troubles/"));
