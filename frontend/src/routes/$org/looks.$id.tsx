import { createFileRoute } from "@tanstack/react-router";
import { LookPage } from "~/features/looks/look-page";

/** One delivery: what was sent, what was answered, what the account shows. */
export const Route = createFileRoute("/$org/looks/$id")({ component: Screen });

function Screen() {
  const { id } = Route.useParams();
  return <LookPage key={id} id={id} />;
}
