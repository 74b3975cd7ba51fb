import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/$org/posts/$id")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/$org/posts/$id"!</div>;
}
