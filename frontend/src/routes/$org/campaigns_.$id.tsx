import { createFileRoute } from "@tanstack/react-router";
import { CampaignPage } from "~/features/campaigns/page/campaign-page";

export const Route = createFileRoute("/$org/campaigns_/$id")({ component: Screen });

function Screen() {
  return <CampaignPage key={Route.useParams().id} id={Route.useParams().id} />;
}
