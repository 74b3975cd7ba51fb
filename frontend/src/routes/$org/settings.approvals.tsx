import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { SkeletonList } from "~/components/skeleton";
import { SectionHeader } from "~/features/settings/frame";

const Approvals = lazy(() => import("~/features/settings/approvals/approvals"));

export const Route = createFileRoute("/$org/settings/approvals")({ component: ApprovalSettings });

function ApprovalSettings() {
  const { t } = useLingui();
  return (
    <>
      <SectionHeader title={t`Approvals`} />
      <Suspense fallback={<SkeletonList rows={4} />}>
        <Approvals />
      </Suspense>
    </>
  );
}
