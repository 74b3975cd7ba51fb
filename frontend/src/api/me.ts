import { createContext, use } from "react";
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
  | "decide_large"
  | "decide_largest"
  | "connect"
  | "manage";

export const meOptions = () => ({ ...api.queryOptions("get", "/api/me/"), staleTime: 5 * 60_000 });

export const organisationIn = (me: Me, slug: string): Organisation | undefined =>
  me.organisations.find((organisation) => organisation.slug === slug);

/** Who reads, and in which organisation: one for the whole screen, since nearly every part asks. The frame of /$org provides it. */
export const ReaderContext = createContext<{ me: Me; organisation: Organisation } | null>(null);

function useReader() {
  const reader = use(ReaderContext);
  if (!reader) throw new Error("outside an organisation");
  return reader;
}

/** The person signed in. Only below /$org, as the rest here. */
export const useMe = (): Me => useReader().me;

/** The organisation on screen, with the person's roles and verbs in it. */
export const useOrganisation = (): Organisation => useReader().organisation;

/** `const may = useMay(); may("write")`: whether the person may do this here. */
export function useMay(): (verb: Verb) => boolean {
  const verbs: readonly string[] = useOrganisation().verbs;
  return (verb) => verbs.includes(verb);
}
