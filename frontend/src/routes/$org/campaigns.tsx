import { createFileRoute } from "@tanstack/react-router";
import { Campaigns } from "~/features/campaigns/campaigns";
import { campaignsSearch } from "~/features/campaigns/search";

export const Route = createFileRoute("/$org/campaigns")({ validateSearch: campaignsSearch, component: CampaignsPage });

function CampaignsPage() {
  return <Campaigns search={Route.useSearch()} />;
}
