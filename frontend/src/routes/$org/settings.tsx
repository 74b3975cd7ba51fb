import { createFileRoute, Outlet, useMatchRoute } from "@tanstack/react-router";
import { SettingsFrame } from "~/features/settings/frame";

export const Route = createFileRoute("/$org/settings")({ component: SettingsPage });

function SettingsPage() {
  const isIndex = Boolean(useMatchRoute()({ to: "/$org/settings" }));
  return (
    <SettingsFrame isIndex={isIndex}>
      <Outlet />
    </SettingsFrame>
  );
}
