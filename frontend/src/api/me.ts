import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type Answer, api } from "./client";

export type Me = Answer<"get", "/api/me/">;
export type Membership = Me["memberships"][number];

/** What a role allows: accounts/orgs/rights.py. */
export type Verb =
  | "see"
  | "write"
  | "plan"
  | "repair"
  | "decide_posts"
  | "see_money"
  | "ask_money"
  | "keep_money"
  | "decide_money"
  | "connect"
  | "manage";

export const meOptions = () => ({ ...api.queryOptions("get", "/api/me/"), staleTime: 5 * 60_000 });

export const membershipIn = (me: Me, slug: string): Membership | undefined =>
  me.memberships.find(({ organisation }) => organisation.slug === slug);

/** The person signed in; undefined only while it is fetched, which the screens of an organisation never see. */
export function useMe(): Me | undefined {
  return useQuery(meOptions()).data;
}

/** The person's membership of the organisation on screen. Only below /$org, whose loader makes sure of it. */
export function useMembership(): Membership {
  const { org } = useParams({ strict: false });
  const me = useMe();
  const membership = me && org ? membershipIn(me, org) : undefined;
  if (!membership) throw new Error("useMembership outside an organisation");
  return membership;
}

/** `const may = useMay(); may("write")`: whether the person may do this here. */
export function useMay(): (verb: Verb) => boolean {
  const { verbs } = useMembership();
  return (verb) => verbs.includes(verb);
}
