import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/$org/channels")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/$org/channels"!</div>;
}
