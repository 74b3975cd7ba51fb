import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { SkeletonList } from "~/components/skeleton";

const Guests = lazy(() => import("~/features/settings/guests/guests"));

export const Route = createFileRoute("/$org/settings/guests")({ component: GuestSettings });

function GuestSettings() {
  return (
    <Suspense fallback={<SkeletonList rows={4} />}>
      <Guests />
    </Suspense>
  );
}
