import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { roleNames } from "~/lib/role-names";
import { useFormat } from "~/lib/use-format";
import type { Route } from "./model";

export interface Named {
  id: string;
  name: string;
}

/** What routes speak of: campaigns, channels and people by name. */
export function useNamed() {
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/")).data;
  const channels = useQuery(api.queryOptions("get", "/api/channels/")).data;
  const members = useQuery(api.queryOptions("get", "/api/members/")).data;
  return {
    campaigns: (campaigns?.results ?? []).map(({ id, name }) => ({ id, name })),
    channels: (channels?.results ?? []).map(({ id, name, network }) => ({ id, name, network })),
    people: (members?.results ?? []).map(({ user_id, name, email, roles }) => ({
      id: user_id,
      name: name || email,
      roles,
    })),
  };
}
export type NamedAll = ReturnType<typeof useNamed>;

interface StepWords {
  is_all?: boolean;
  needed?: number;
  roles?: readonly string[];
  people?: readonly string[];
}

/** `step` and `about` in words: "2 of Anna, Bert and Carl", "Posts of Rent on Facebook". */
export function useSentence(named: NamedAll) {
  const { t } = useLingui();
  const format = useFormat();
  const among = (ids: readonly string[], all: readonly Named[]) =>
    format.list(ids.map((id) => all.find((each) => each.id === id)?.name ?? t`something that is gone`));
  const roles = (list: readonly string[]) => list.map((role) => t`role ${roleNames[role] ? t(roleNames[role]) : role}`);
  /** `people`: their names. */
  const step = ({ is_all, needed = 1, roles: asked = [], people = [] }: StepWords): string => {
    const who = [...people, ...roles(asked)];
    if (who.length === 0)
      return is_all
        ? t`everybody who may decide`
        : plural(needed, { one: "# person who may decide", other: "# people who may decide" });
    const names = format.list(who);
    if (is_all) return who.length === 1 && asked.length === 0 ? names : t`all of: ${names}`;
    if (needed === 1 && who.length === 1) return names;
    return needed === 1 ? t`one of: ${names}` : t`${needed} of: ${names}`;
  };
  const about = ({ kind, campaigns = [], channels = [], languages = [], from_cents, below_cents }: Route): string => {
    const parts = [kind === "post" ? t`Posts` : t`Requests for money`];
    if (campaigns.length > 0) parts.push(t`in the campaign ${among(campaigns, named.campaigns)}`);
    if (channels.length > 0) parts.push(t`on ${among(channels, named.channels)}`);
    if (languages.length > 0) parts.push(t`in ${format.list(languages.map((each) => format.languageName(each)))}`);
    if (from_cents != null) parts.push(t`from ${format.money(from_cents)} on`);
    if (below_cents != null) parts.push(t`below ${format.money(below_cents)}`);
    return parts.join(" ");
  };
  const peopleIn = (ids: readonly string[]) =>
    ids.map((id) => named.people.find((each) => each.id === id)?.name ?? t`somebody who has left`);
  return { step, about, peopleIn };
}
