import { createFileRoute, Navigate } from "@tanstack/react-router";
import { useIsWide } from "~/lib/use-media";

export const Route = createFileRoute("/$org/settings/")({ component: SettingsIndex });

/** A phone shows the list of sections, a laptop the first of them. */
function SettingsIndex() {
  const { org } = Route.useParams();
  return useIsWide() ? <Navigate to="/$org/settings/organisation" params={{ org }} replace /> : null;
}
