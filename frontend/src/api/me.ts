import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type Answer, api } from "./client";

export type Me = Answer<"get", "/api/me/">;
/** An organisation one belongs to, with what one is (roles) and may do (verbs) there. */
export type Organisation = Me["organisations"][number];

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

export const organisationIn = (me: Me, slug: string): Organisation | undefined =>
  me.organisations.find((organisation) => organisation.slug === slug);

/** The person signed in; undefined only while it is fetched, which the screens of an organisation never see. */
export function useMe(): Me | undefined {
  return useQuery(meOptions()).data;
}

/** The organisation on screen, with the person's roles and verbs in it. Only below /$org, whose loader makes sure of it. */
export function useOrganisation(): Organisation {
  const { org } = useParams({ strict: false });
  const me = useMe();
  const organisation = me && org ? organisationIn(me, org) : undefined;
  if (!organisation) throw new Error("useOrganisation outside an organisation");
  return organisation;
}

/** `const may = useMay(); may("write")`: whether the person may do this here. */
export function useMay(): (verb: Verb) => boolean {
  const verbs: readonly string[] = useOrganisation().verbs;
  return (verb) => verbs.includes(verb);
}
