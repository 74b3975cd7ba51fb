import { createFileRoute } from "@tanstack/react-router";
import { campaignsSearch } from "~/features/campaigns/search";
import { Strategy } from "~/features/campaigns/strategy";

export const Route = createFileRoute("/$org/campaigns")({ validateSearch: campaignsSearch, component: Screen });

function Screen() {
  return <Strategy search={Route.useSearch()} />;
}
