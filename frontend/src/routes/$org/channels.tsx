import { createFileRoute } from "@tanstack/react-router";
import { Channels } from "~/features/channels/channels";
import { channelsSearch } from "~/features/channels/search";

export const Route = createFileRoute("/$org/channels")({ validateSearch: channelsSearch, component: ChannelsPage });

function ChannelsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Channels search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
