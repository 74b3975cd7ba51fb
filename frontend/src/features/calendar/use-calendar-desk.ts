import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "~/api/client";
import { useMay, useMe, useOrganisation } from "~/api/me";
import type { PostCard } from "~/lib/cards";
import type { Desk } from "./desk";
import { createSelection } from "./select/selection";
import { useMove } from "./use-move";
import { usePostActs } from "./use-post-acts";

/** Campaigns, channels and rights, and what can be done with a card. */
export function useCalendarDesk() {
  const { slug } = useOrganisation();
  const me = useMe().id;
  const may = useMay();
  const move = useMove();
  const acts = usePostActs();
  const [selection] = useState(createSelection);
  const [moving, setMoving] = useState<PostCard | null>(null);
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/")).data?.results;
  const channels = useQuery(api.queryOptions("get", "/api/channels/")).data?.results;
  const people = useQuery(api.queryOptions("get", "/api/members/")).data?.results;
  const mayPlan = may("plan");
  const mayWrite = may("write");
  const mayRepair = may("repair");

  const desk = useMemo<Desk>(
    () => ({
      slug,
      campaigns: new Map(
        (campaigns ?? []).map(({ id, name, colour }) => [id, { id, name, colour: colour ?? "#7a7f8c" }]),
      ),
      mayWrite,
      mayEdit: (card) => mayPlan || (mayWrite && card.author !== null && card.author === me),
      askMove: setMoving,
      selection,
      duplicate: (card) => void acts.duplicate(card),
      remove: (card) => void acts.remove(card),
      mayTakeBack: (card) => mayPlan || mayRepair || (mayWrite && card.author !== null && card.author === me),
    }),
    [slug, campaigns, mayPlan, mayWrite, mayRepair, me, acts, selection],
  );
  return {
    desk,
    move,
    moving,
    stopMoving: () => setMoving(null),
    channels: channels ?? [],
    people: useMemo(() => namesOf(people ?? []), [people]),
  };
}

/** Everybody by name: of those without one the address. */
function namesOf(people: readonly { user_id: string; name: string; email: string }[]) {
  return people
    .map(({ user_id, name, email }) => ({ id: user_id, name: name || email }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
