import { createFileRoute } from "@tanstack/react-router";
import { RipostePage } from "~/features/riposte/riposte-page";

export const Route = createFileRoute("/$org/riposte/$id")({
  remountDeps: ({ params }) => params.id,
  component: Screen,
});

function Screen() {
  return <RipostePage id={Route.useParams().id} />;
}
