import { createFileRoute, redirect } from "@tanstack/react-router";

export const Route = createFileRoute("/$org/")({
  beforeLoad: ({ params }) => {
    throw redirect({ href: `/${params.org}/today`, replace: true });
  },
});
